package dev.weft.deadlock;

/**
 * A thread that can wait for locks and hold them, of this process or of another one.
 *
 * @param process the process's id
 * @param thread the thread's {@link Thread#threadId()} in its JVM
 * @param name what people know it by
 */
public record Party(long process, long thread, String name) {

  /** Returns the calling thread. */
  public static Party current() {
    Thread thread = Thread.currentThread();
    return new Party(ProcessHandle.current().pid(), thread.threadId(), thread.getName());
  }

  /** Returns its name, and of which process it is if that is another than this one. */
  public String label() {
    boolean here = process == ProcessHandle.current().pid();
    return here ? name : name + " of process " + process;
  }

  /** Names may be made up anew each time: two are the same if they are the same thread. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Party party && process == party.process && thread == party.thread;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * process + thread);
  }
}
