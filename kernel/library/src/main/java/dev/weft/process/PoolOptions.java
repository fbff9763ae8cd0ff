package dev.weft.process;

import java.util.Optional;

/**
 * How a {@link ProcessPool} works. Immutable; each {@code with} method returns a changed copy.
 *
 * <pre>{@code
 * var options = PoolOptions.of(4).withInitializer(() -> load()).withTasksPerChild(100);
 * try (var pool = new ProcessPool(options)) {
 *   pool.map(names, name -> process(name));
 * }
 * }</pre>
 *
 * @param size number of worker processes at most; they are started as tasks need them
 * @param children how workers are started
 * @param initializer what each worker does before its first task
 * @param tasksPerChild after how many tasks a worker is replaced; 0 for never
 * @param tasks options of tasks that are submitted without others
 */
public record PoolOptions(
    int size,
    ChildOptions children,
    Optional<SerializableRunnable> initializer,
    int tasksPerChild,
    TaskOptions tasks) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the size is below 1 or the number of tasks below 0
   */
  public PoolOptions {
    checkSize(size);
    if (tasksPerChild < 0) {
      throw new IllegalArgumentException("A worker can't do " + tasksPerChild + " tasks");
    }
  }

  static int checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A pool needs at least one worker: " + size);
    }
    return size;
  }

  /** Returns the options of a plain pool of that many workers. */
  public static PoolOptions of(int size) {
    return new PoolOptions(size, ChildOptions.DEFAULT, Optional.empty(), 0, TaskOptions.DEFAULT);
  }

  /** Returns a copy whose workers are started so. */
  public PoolOptions withChildren(ChildOptions options) {
    return new PoolOptions(size, options, initializer, tasksPerChild, tasks);
  }

  /**
   * Returns a copy whose workers do this first; if it throws, the pool is broken and every task
   * fails with that exception. A notebook's variables that it sets are each worker's own from then
   * on: tasks see what it has set, not the values of the process that submits them.
   */
  public PoolOptions withInitializer(SerializableRunnable action) {
    return new PoolOptions(size, children, Optional.of(action), tasksPerChild, tasks);
  }

  /** Returns a copy whose workers are replaced after that many tasks, items counted singly. */
  public PoolOptions withTasksPerChild(int number) {
    return new PoolOptions(size, children, initializer, number, tasks);
  }

  /** Returns a copy with these options for tasks. */
  public PoolOptions withTasks(TaskOptions options) {
    return new PoolOptions(size, children, initializer, tasksPerChild, options);
  }
}
