package dev.weft.trace;

/** What a {@link Span} is about. */
public enum Activity {
  /** A task waits in a pool until a worker begins it; the name is the pool's. */
  QUEUED(Kind.APART, "queued"),
  /** A worker of a pool runs a task; the name is the task's. */
  TASK(Kind.WORK, "task"),
  /** Waiting for a lock; the name is the lock's. */
  LOCK_WAIT(Kind.WAIT, "waiting for a lock"),
  /** Between getting a lock and giving it back. */
  LOCK_HELD(Kind.HOLD, "holding a lock"),
  /** Waiting for a permit of a semaphore. */
  PERMIT_WAIT(Kind.WAIT, "waiting for a permit"),
  /** Between getting a permit and giving it back. */
  PERMIT_HELD(Kind.HOLD, "holding a permit"),
  /** Waiting at a barrier for the others. */
  BARRIER(Kind.WAIT, "waiting at a barrier"),
  /** Waiting for a condition or an event. */
  CONDITION(Kind.WAIT, "waiting for a condition"),
  /** Blocked in a put, as the queue is full. */
  PUT(Kind.WAIT, "waiting to put"),
  /** Blocked in a take, as the queue is empty. */
  TAKE(Kind.WAIT, "waiting to take"),
  /** Blocked in reading from or writing to a pipe. */
  PIPE(Kind.WAIT, "waiting for a pipe"),
  /** Waiting for a manager's answer; the name is the method's. */
  CALL(Kind.WAIT, "waiting for a manager"),
  /** Waiting for the end of a process or for a result. */
  JOIN(Kind.WAIT, "waiting for an end"),
  /** A process, from its start to its end; the name is the process's. */
  PROCESS(Kind.APART, "process"),
  /** Waiting for the one permit to run of a simulated interpreter. */
  GIL_WAIT(Kind.WAIT, "waiting for the GIL"),
  /** Holding the one permit to run of a simulated interpreter. */
  GIL_HELD(Kind.HOLD, "holding the GIL");

  /** What it means for a thread. */
  public enum Kind {
    /** The thread does not run. */
    WAIT,
    /** The thread has something that others may wait for. */
    HOLD,
    /** The thread works at something that has a name. */
    WORK,
    /** It is not about a thread. */
    APART
  }

  private final Kind kind;
  private final String label;

  Activity(Kind kind, String label) {
    this.kind = kind;
    this.label = label;
  }

  /** Returns what it means for a thread. */
  public Kind kind() {
    return kind;
  }

  /** Returns it in words. */
  public String label() {
    return label;
  }
}
