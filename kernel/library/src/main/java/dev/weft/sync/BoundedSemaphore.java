package dev.weft.sync;

import java.util.concurrent.Semaphore;

/**
 * A semaphore that never has more permits than at first, so that a release too many is found.
 * Between processes: {@link ProcessSemaphore#bounded}.
 *
 * <pre>{@code
 * var seats = new BoundedSemaphore(2);
 * seats.acquire();
 * seats.release();
 * seats.release();                            // IllegalStateException
 * }</pre>
 *
 * <p>In all else it is the JDK's. Safe for use by several threads.
 */
public final class BoundedSemaphore extends Semaphore {

  private static final long serialVersionUID = 1;

  private final int bound;

  /**
   * Makes one that is not fair.
   *
   * @throws IllegalArgumentException if the permits are negative
   */
  public BoundedSemaphore(int permits) {
    this(permits, false);
  }

  /**
   * Makes one.
   *
   * @param fair whether those that wait longest come first
   * @throws IllegalArgumentException if the permits are negative
   */
  public BoundedSemaphore(int permits, boolean fair) {
    super(permits, fair);
    if (permits < 0) {
      throw new IllegalArgumentException("Negative number of permits: " + permits);
    }
    bound = permits;
  }

  /**
   * Releases a permit.
   *
   * @throws IllegalStateException if it has all its permits
   */
  @Override
  public void release() {
    release(1);
  }

  /**
   * Releases permits.
   *
   * @throws IllegalArgumentException if they are negative
   * @throws IllegalStateException if it would have more than at first
   */
  @Override
  public void release(int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException("Negative number of permits: " + permits);
    }
    synchronized (this) {
      int free = availablePermits();
      if (permits > bound - free) {
        throw new IllegalStateException(
            "The semaphore has "
                + free
                + " of "
                + bound
                + " permits, "
                + permits
                + " more can't be released");
      }
      super.release(permits);
    }
  }
}
