package dev.weft.sync;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;

/**
 * Something that is held until the end of a block. In notebooks {@code hold} needs no import.
 *
 * <pre>{@code
 * var lock = new ReentrantLock();
 * try (var held = hold(lock)) {
 *   count++;
 * }                                           // unlocked here, whatever happens
 * }</pre>
 *
 * <p>It works with locks and semaphores of threads and of processes, the JDK's and those of this
 * package. The waiting ends by an interrupt, with an exception that need not be declared, so that
 * it can be used in any lambda. To be closed by the thread that made it.
 */
public final class Held implements AutoCloseable {

  private final Runnable release;
  private boolean over;

  private Held(Runnable release) {
    this.release = release;
  }

  /** Something that may block. */
  private interface Acquiring {
    boolean acquire() throws InterruptedException;
  }

  /**
   * Takes a lock; waits for it.
   *
   * @throws CancellationException if the thread is interrupted; it stays interrupted
   */
  public static Held hold(Lock lock) {
    return take(
        () -> {
          lock.lockInterruptibly();
          return true;
        },
        lock::unlock);
  }

  /**
   * Takes a lock; waits for it for a time.
   *
   * @throws TimeoutException if it was not to be had
   * @throws CancellationException if the thread is interrupted; it stays interrupted
   */
  public static Held hold(Lock lock, Duration timeout) throws TimeoutException {
    return timed(
        () -> lock.tryLock(Times.nanos(timeout), TimeUnit.NANOSECONDS), lock::unlock, lock);
  }

  /** Acquires a permit, as {@link #hold(Lock)}. */
  public static Held hold(Semaphore semaphore) {
    return take(
        () -> {
          semaphore.acquire();
          return true;
        },
        semaphore::release);
  }

  /** Acquires a permit, as {@link #hold(Lock, Duration)}. */
  public static Held hold(Semaphore semaphore, Duration timeout) throws TimeoutException {
    return timed(
        () -> semaphore.tryAcquire(Times.nanos(timeout), TimeUnit.NANOSECONDS),
        semaphore::release,
        semaphore);
  }

  /** Acquires a permit, as {@link #hold(Lock)}. */
  public static Held hold(ProcessSemaphore semaphore) {
    return take(
        () -> {
          semaphore.acquire();
          return true;
        },
        semaphore::release);
  }

  /** Acquires a permit, as {@link #hold(Lock, Duration)}. */
  public static Held hold(ProcessSemaphore semaphore, Duration timeout) throws TimeoutException {
    return timed(() -> semaphore.tryAcquire(timeout), semaphore::release, semaphore);
  }

  private static Held timed(Acquiring acquiring, Runnable release, Object what)
      throws TimeoutException {
    boolean[] acquired = {false};
    Held hold = take(() -> acquired[0] = acquiring.acquire(), release);
    if (!acquired[0]) {
      throw new TimeoutException(what + " was not to be had in time");
    }
    return hold;
  }

  private static Held take(Acquiring acquiring, Runnable release) {
    try {
      acquiring.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("Interrupted while waiting");
      cancelled.initCause(e);
      throw cancelled;
    }
    return new Held(release);
  }

  /** Gives it back; a second time does nothing. */
  @Override
  public void close() {
    if (!over) {
      over = true;
      release.run();
    }
  }
}
