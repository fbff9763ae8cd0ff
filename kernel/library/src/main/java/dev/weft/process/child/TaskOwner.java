package dev.weft.process.child;

import org.jspecify.annotations.Nullable;

/** Which task a thread of a child belongs to: the one that made it, or the one that runs. */
final class TaskOwner {

  @SuppressWarnings("ThreadLocalUsage") // there is one in the JVM
  private final InheritableThreadLocal<@Nullable Long> own = new InheritableThreadLocal<>();

  private volatile long latest;

  /** Makes the calling thread, and those that it will create, belong to the task. */
  void enter(long task) {
    own.set(task);
    latest = task;
  }

  long current() {
    Long task = own.get();
    return task == null ? latest : task;
  }
}
