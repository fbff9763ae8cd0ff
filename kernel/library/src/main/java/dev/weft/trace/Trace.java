package dev.weft.trace;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the library's types tell what threads do; the package says how.
 *
 * <p>Safe for use by several threads; never blocks.
 */
public final class Trace {

  /** The log that is kept now; shared by recordings that overlap. */
  private static final AtomicReference<@Nullable TraceLog> LOG = new AtomicReference<>();

  private Trace() {}

  /** Returns whether somebody records, for callers whose names take work to make. */
  public static boolean isOn() {
    return LOG.get() != null;
  }

  /**
   * Says that the calling thread begins something.
   *
   * @param name of the lock, queue, task, process
   */
  public static Span begin(Activity activity, String name) {
    TraceLog log = LOG.get();
    return log == null ? Span.NONE : log.begin(activity, name, "");
  }

  /**
   * Says that the calling thread begins to wait for something that another has.
   *
   * @param holder who has it, such as a thread's name; empty if it is not known
   */
  public static Span begin(Activity activity, String name, String holder) {
    TraceLog log = LOG.get();
    return log == null ? Span.NONE : log.begin(activity, name, holder);
  }

  /** Begins to keep what is told, for a recorder, which must {@link #stop} it. */
  public static TraceLog start() {
    synchronized (LOG) {
      TraceLog log = LOG.get();
      TraceLog shared = log == null ? new TraceLog() : log;
      shared.users++;
      LOG.set(shared);
      return shared;
    }
  }

  /** Ends what {@link #start} began. */
  public static void stop(TraceLog log) {
    synchronized (LOG) {
      log.users--;
      if (log.users == 0) {
        LOG.compareAndSet(log, null);
      }
    }
  }
}
