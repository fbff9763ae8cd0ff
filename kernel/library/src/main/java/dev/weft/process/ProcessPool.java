package dev.weft.process;

import java.lang.ref.Cleaner;

/**
 * A pool of child JVMs, which is an {@link java.util.concurrent.ExecutorService} too.
 *
 * <p>Tasks travel as {@link ChildProcess} tells: with the notebook's classes and a snapshot of the
 * variables that they read; what they change stays in the worker. Workers are started when tasks
 * wait, up to the pool's size, and end with the pool, with this process, or when the pool is no
 * longer reachable.
 *
 * <p>A worker that dies fails only the task that it held, with a {@link ChildDiedException}, and is
 * replaced. Short items of a map travel together: of these, all that have no result yet fail. A
 * task that is cancelled is interrupted, and its worker is ended if it has not stopped within a
 * second; a task that runs out of time loses its worker at once. An exception arrives as it was
 * thrown where it can travel, as a {@link RemoteException} otherwise. A result that can't travel
 * fails its task alone.
 *
 * <p>What tasks print goes to the cell that submitted them.
 *
 * <p>Any thread may use a pool. Submitting packs the task on the calling thread, and does not wait
 * for a worker, except that large arrays are handed to a worker that is free. {@code apply}, {@code
 * map}, {@code forEach}, the results of lazy mappings and {@link #close} wait.
 *
 * <pre>{@code
 * try (var pool = new ProcessPool(5)) {
 *   pool.map(Range.range(10), i -> i * 2).forEach(System.out::println);
 * }
 * }</pre>
 */
public final class ProcessPool extends AbstractPool {

  private static final Cleaner CLEANER = Cleaner.create();

  /**
   * Makes a pool of that many workers.
   *
   * @throws IllegalArgumentException if that is below 1
   */
  public ProcessPool(int size) {
    this(PoolOptions.of(size));
  }

  /** Makes a pool of as many workers as this JVM may use cores. */
  public ProcessPool() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Makes a pool with options.
   *
   * @throws NotTransferableException if the initializer can't travel
   */
  public ProcessPool(PoolOptions options) {
    this(new ProcessEngine(options), options);
  }

  /** A pool that nobody can reach any more does what was submitted and ends. */
  @SuppressWarnings("this-escape") // only registered
  private ProcessPool(ProcessEngine engine, PoolOptions options) {
    super(engine, options.tasks());
    CLEANER.register(this, engine::finish);
  }
}
