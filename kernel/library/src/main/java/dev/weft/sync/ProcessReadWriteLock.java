package dev.weft.sync;

import dev.weft.segment.Region;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * A lock that many may hold to read, or one to write, between threads of all processes that have
 * it.
 *
 * <pre>{@code
 * var access = new ProcessReadWriteLock();
 * var prices = SharedArray.ofDoubles(100);
 * var child = ChildProcess.start(() -> {
 *   try (var held = Held.hold(access.writeLock())) {
 *     for (int i = 0; i < 100; i++) {
 *       prices.set(i, i * 1.5);
 *     }
 *   }
 * });
 * try (var held = Held.hold(access.readLock())) {
 *   prices.get(3);
 * }
 * }</pre>
 *
 * <p>Both sides are reentrant; who writes may read as well, but not the other way round. Readers
 * that come stay behind a writer that waits, unless their process reads already; otherwise it is
 * not fair. Reading is counted by process: any thread of a process may give back what one of them
 * took.
 *
 * <p>What a killed process held is given back within 100 ms. If it wrote, {@link #writerDied} says
 * so until the next writer unlocks. The locks have no conditions. They travel as the whole does;
 * safe for use by all threads.
 */
public final class ProcessReadWriteLock extends SharedHandle implements ReadWriteLock {

  private static final long serialVersionUID = 1;

  private final transient ReadersAndWriter state;
  private final transient Side reading;
  private final transient Side writing;

  /** Makes a lock that nobody holds. */
  public ProcessReadWriteLock() {
    this(SharedNames.next("ProcessReadWriteLock"));
  }

  /**
   * Makes a lock that nobody holds.
   *
   * @param name for messages and timelines
   */
  public ProcessReadWriteLock(String name) {
    this(ReadersAndWriter.create(name));
  }

  ProcessReadWriteLock(Region region) {
    super(region);
    state = new ReadersAndWriter(region);
    reading = new Side(this, state, false);
    writing = new Side(this, state, true);
  }

  /** Returns the lock to hold while reading. */
  @Override
  public Lock readLock() {
    return reading;
  }

  /** Returns the lock to hold while writing. */
  @Override
  public Lock writeLock() {
    return writing;
  }

  /** Returns whether some thread of some process writes. */
  public boolean isWriteLocked() {
    return state.isWritten();
  }

  /** Returns whether the calling thread writes. */
  public boolean isWriteLockedByCurrentThread() {
    return state.isWriter();
  }

  /** Returns how many times it is held to read, by all processes. */
  public int getReadLockCount() {
    return state.readers();
  }

  /** Returns whether the last writer died writing, so that what it wrote may be half of it. */
  public boolean writerDied() {
    return state.writerDied();
  }

  @Override
  void poison() {
    state.poison();
  }

  @Override
  void wake() {
    state.wake();
  }

  @Override
  String state() {
    return isWriteLocked() ? "written by " + state.holder() : getReadLockCount() + " read";
  }

  @Override
  SyncTicket ticket() {
    return new SyncTicket(SyncTicket.Kind.READ_WRITE_LOCK, region.ref(), null);
  }
}
