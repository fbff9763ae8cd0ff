package dev.weft.process.child;

import dev.weft.trace.flight.Happening;
import dev.weft.trace.flight.HappeningCodec;
import dev.weft.trace.flight.JvmRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/** What is known of one child while a recording runs. Safe for use by several threads. */
public final class ChildRecord {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number = NUMBERS.incrementAndGet();
  private final Child child;
  private final Path file;
  private volatile boolean dropped;
  private final CompletableFuture<Void> begun = new CompletableFuture<>();

  /** Completed with whether there is a file, at the latest when the child has ended. */
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  // Guarded by this.

  private final ClockOffset offset = new ClockOffset();
  private final List<Happening> seen = new ArrayList<>();
  private List<Happening> goingOn = List.of();

  /** Since when it is known what its threads do, by the child's clock; 0 if it is not. */
  private long knownSince;

  /** How long the child's recorder took to start, in nanoseconds. */
  private long startUp;

  /** Until when it is known what its threads did, by the child's clock; 0 if it is not. */
  private long knownUntil;

  ChildRecord(Child child, Path folder) {
    this.child = child;
    file = folder.resolve(child.process().pid() + ".jfr");
  }

  void order() {
    child.order(Frame.of(Frame.RECORD, number, file.toString()));
  }

  /**
   * Ends it.
   *
   * @param drop whether nobody wants what was recorded
   */
  void orderEnd(boolean drop) {
    dropped = drop;
    child.order(Frame.of(Frame.RECORD_END, drop ? 1 : 0));
  }

  boolean isDropped() {
    return dropped;
  }

  /** Takes what the child says, from the thread that reads. */
  void receive(Frame frame) throws IOException {
    long now = System.nanoTime();
    if (!isOfThis(frame)) {
      return;
    }
    switch (frame.type()) {
      case Frame.RECORDING -> {
        begun(frame.id(), frame.longOfBody());
        begun.complete(null);
        child.order(Frame.of(Frame.CLOCK, System.nanoTime()));
      }
      case Frame.CLOCK_IS -> answered(frame, now);
      case Frame.SEEN -> seen(HappeningCodec.decode(frame.contents().body()), now);
      default -> over.complete(!frame.text().isEmpty());
    }
  }

  /** A child may still tell of a recording before this one, which nobody wanted. */
  private boolean isOfThis(Frame frame) {
    return switch (frame.type()) {
      case Frame.RECORDING -> frame.text().equals(Long.toString(number));
      case Frame.CLOCK_IS -> true;
      default -> frame.id() == number;
    };
  }

  private synchronized void begun(long since, long took) {
    knownSince = since;
    startUp = took;
  }

  private void answered(Frame frame, long now) {
    boolean more;
    synchronized (this) {
      offset.add(frame.id(), frame.longOfBody(), now);
      more = offset.wantsMore();
    }
    if (more) {
      child.order(Frame.of(Frame.CLOCK, System.nanoTime()));
    }
  }

  private synchronized void seen(JvmRecording.SoFar more, long now) {
    seen.addAll(more.over());
    goingOn = more.goingOn();
    knownUntil = now - offset.nanos();
  }

  /** The child has ended. */
  void ended() {
    begun.complete(null);
    over.complete(false);
  }

  boolean isOfUser() {
    return child.isUsed();
  }

  void awaitBegun(long nanos) throws InterruptedException {
    await(begun, nanos);
  }

  void awaitOver(long nanos) throws InterruptedException {
    await(over, nanos);
  }

  private static void await(CompletableFuture<?> what, long nanos) throws InterruptedException {
    try {
      Object unused = what.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      // what is known then is all there is
    }
  }

  /**
   * What was recorded of a child, by this JVM's clock.
   *
   * @param name what it is called
   * @param pid the system's number of it
   * @param start when it was started
   * @param end when it ended; {@link Long#MAX_VALUE} if it has not
   * @param status its exit code or the negative number of the signal; 0 if it has not ended
   * @param knownSince when its recording began
   * @param startUp how long its recorder took to start, in nanoseconds
   * @param whole whether the recording was handed over to its end; what is after {@code knownUntil}
   *     is not known otherwise
   * @param clockError by how much the times may be wrong, in nanoseconds
   */
  public record Result(
      String name,
      long pid,
      long start,
      long end,
      int status,
      long knownSince,
      long startUp,
      boolean whole,
      long knownUntil,
      long clockError,
      List<Happening> happenings) {}

  private String label() {
    String label = child.seat().label();
    return label.isEmpty() ? "process" : label;
  }

  /** The child can be recorded anew. */
  void leave() {
    child.seat().leave(this);
  }

  /** Returns what is known now, and deletes the file. */
  Result result() throws IOException {
    boolean whole = over.getNow(false);
    List<Happening> all = new ArrayList<>();
    LongUnaryOperator clock;
    long since;
    long until;
    long error;
    long took;
    synchronized (this) {
      all.addAll(seen);
      all.addAll(goingOn);
      long add = offset.nanos();
      clock = time -> time + add;
      since = knownSince + add;
      until = knownUntil + add;
      error = offset.error();
      took = startUp;
    }
    if (whole) {
      all.addAll(JvmRecording.read(file));
    }
    Files.deleteIfExists(file);
    all.replaceAll(each -> each.on(clock));
    return new Result(
        label(),
        child.process().pid(),
        child.seat().startNanos(),
        child.seat().endNanos(),
        child.seat().status(),
        since,
        took,
        whole,
        until,
        error,
        all);
  }
}
