package dev.weft.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What is told while somebody records. Safe for use by several threads; never blocks. */
public final class TraceLog {

  /** The shortest wait or hold that is kept, in nanoseconds. */
  public static final long SHORTEST = 20_000;

  private static final int MOST = 1_000_000;

  private final Set<Span> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Span> done = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final LongAdder shorter = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  /** How many recordings use it; guarded by the holder of the log. */
  int users;

  TraceLog() {}

  Span begin(Activity activity, String name, String holder) {
    Span span = new Span(this, activity, name, holder, System.nanoTime());
    open.add(span);
    return span;
  }

  void ended(Span span) {
    open.remove(span);
    Activity.Kind kind = span.activity().kind();
    boolean mayBeShort = kind == Activity.Kind.WAIT || kind == Activity.Kind.HOLD;
    if (mayBeShort && span.end(0) - span.start() < SHORTEST) {
      shorter.increment();
    } else if (kept.incrementAndGet() > MOST) {
      dropped.increment();
    } else {
      done.add(span);
    }
  }

  /** Returns what has been told until now, in no order, with what goes on. */
  public List<Span> spans() {
    List<Span> all = new ArrayList<>(open);
    all.addAll(done);
    return all;
  }

  /** Returns what goes on. */
  public List<Span> open() {
    return new ArrayList<>(open);
  }

  /** Returns what has ended since the last call, and forgets it. */
  public List<Span> takeDone() {
    List<Span> taken = new ArrayList<>();
    for (Span each = done.poll(); each != null; each = done.poll()) {
      taken.add(each);
      kept.decrementAndGet();
    }
    return taken;
  }

  /** Returns how many waits and holds were too short to be kept. */
  public long shorter() {
    return shorter.sum();
  }

  /** Returns how many spans were not kept as there were too many. */
  public long dropped() {
    return dropped.sum();
  }
}
