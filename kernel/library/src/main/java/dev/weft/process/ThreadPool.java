package dev.weft.process;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pool of threads of this JVM, with the same methods as {@link ProcessPool}.
 *
 * <p>Its threads are daemon threads. A task that is cancelled or runs out of time is interrupted;
 * one that takes no notice goes on, which Java can't prevent. Thread locals live as long as a
 * thread, which does many tasks.
 *
 * <pre>{@code
 * try (var pool = new ThreadPool(5)) {
 *   pool.map(Range.range(10), i -> i * 2).forEach(System.out::println);
 * }
 * }</pre>
 */
public final class ThreadPool extends AbstractPool {

  private static final AtomicLong NUMBERS = new AtomicLong();

  /**
   * Makes a pool of that many platform threads.
   *
   * @throws IllegalArgumentException if that is below 1
   */
  public ThreadPool(int size) {
    this(size, named(Thread.ofPlatform().daemon()), TaskOptions.DEFAULT);
  }

  private ThreadPool(int size, ThreadFactory factory, TaskOptions defaults) {
    super(new ThreadEngine(PoolOptions.checkSize(size), factory), defaults);
  }

  /** Makes a pool of as many platform threads as this JVM may use cores. */
  public ThreadPool() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns a pool of that many virtual threads.
   *
   * @throws IllegalArgumentException if that is below 1
   */
  public static ThreadPool ofVirtual(int size) {
    return new ThreadPool(size, named(Thread.ofVirtual()), TaskOptions.DEFAULT);
  }

  /**
   * Returns a pool of platform threads whose tasks have these options, where they are submitted
   * without others.
   *
   * @throws IllegalArgumentException if the size is below 1
   */
  public static ThreadPool withTasks(int size, TaskOptions defaults) {
    return new ThreadPool(size, named(Thread.ofPlatform().daemon()), defaults);
  }

  private static ThreadFactory named(Thread.Builder threads) {
    return threads.name("ThreadPool-" + NUMBERS.incrementAndGet() + "-", 1).factory();
  }
}
