package dev.weft.trace;

import org.jspecify.annotations.Nullable;

/** Something that a thread does for a time. Any thread may end it, once or more often. */
public final class Span {

  /** The span of what nobody records. */
  public static final Span NONE = new Span(null, Activity.TASK, "", "", 0);

  private static final long OPEN = Long.MIN_VALUE;

  private final @Nullable TraceLog log;
  private final Activity activity;
  private final String name;
  private final String holder;
  private final Thread thread;
  private final long start;
  private volatile long end = OPEN;

  Span(@Nullable TraceLog log, Activity activity, String name, String holder, long start) {
    this.log = log;
    this.activity = activity;
    this.name = name;
    this.holder = holder;
    this.start = start;
    thread = Thread.currentThread();
  }

  /** Says that it is over. */
  public void end() {
    TraceLog to = log;
    if (to != null && end == OPEN) {
      end = System.nanoTime();
      to.ended(this);
    }
  }

  /** Returns what it is about. */
  public Activity activity() {
    return activity;
  }

  /** Returns the name of the lock, queue, task or process. */
  public String name() {
    return name;
  }

  /** Returns who had it when a wait began, or an empty text. */
  public String holder() {
    return holder;
  }

  /** Returns the thread that began it. */
  public Thread thread() {
    return thread;
  }

  /** Returns when it began, by {@link System#nanoTime}. */
  public long start() {
    return start;
  }

  /** Returns whether it goes on. */
  public boolean isOpen() {
    return end == OPEN;
  }

  /** Returns when it ended, or the given time where it goes on. */
  public long end(long now) {
    long ended = end;
    return ended == OPEN ? now : ended;
  }
}
