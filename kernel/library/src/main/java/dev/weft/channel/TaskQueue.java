package dev.weft.channel;

import java.time.Duration;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue between threads that knows how many of its elements are still being worked on, and that
 * can be closed.
 *
 * <p>Each element that is put counts as unfinished until a thread that has taken it calls {@link
 * #taskDone}; {@link #join} waits until none is. After {@link #close} nothing can be put; what is
 * in the queue can be taken still, then {@link #take} and {@link #poll(long, TimeUnit)} throw
 * {@link QueueClosedException}, as they do in the threads that wait in them.
 *
 * <pre>{@code
 * try (var queue = new TaskQueue<String>(100)) {
 *   for (int i = 0; i < 4; i++) {
 *     Thread.ofVirtual().start(() -> {
 *       while (true) {
 *         String file = queue.take();              // ends with the queue
 *         try { index(file); } finally { queue.taskDone(); }
 *       }
 *     });
 *   }
 *   for (String file : files) queue.put(file);
 *   queue.join();                                  // all files are indexed
 * }
 * }</pre>
 *
 * <p>Elements come out in the order in which they were put, or the last first ({@link #lifo}), or
 * by priority ({@link #priority}), where elements of the same priority keep their order. There are
 * no null elements. Iteration is of a snapshot. Safe for use by several threads.
 *
 * @param <E> type of the elements
 */
public final class TaskQueue<E> extends AbstractQueue<E>
    implements BlockingQueue<E>, AutoCloseable {

  private final int capacity;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomOrEnd = lock.newCondition();
  private final Condition elementOrEnd = lock.newCondition();
  private final Condition finished = lock.newCondition();

  /** All below is guarded by the lock. */
  private final Queue<E> store;

  private long unfinished;
  private boolean closed;

  private TaskQueue(int capacity, Queue<E> store) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ", and must be at least 1");
    }
    this.capacity = capacity;
    this.store = store;
  }

  /** Makes a queue without bound. */
  public TaskQueue() {
    this(Integer.MAX_VALUE);
  }

  /**
   * Makes a queue in which so many elements fit.
   *
   * @throws IllegalArgumentException if that is below 1
   */
  public TaskQueue(int capacity) {
    this(capacity, new ArrayDeque<>());
  }

  /**
   * Returns a queue from which the last element is taken first.
   *
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public static <E> TaskQueue<E> lifo(int capacity) {
    return new TaskQueue<>(capacity, Collections.asLifoQueue(new ArrayDeque<>()));
  }

  /**
   * Returns a queue from which the least element is taken first. To put one that is not {@link
   * Comparable}, or not with the others, throws {@link ClassCastException}.
   *
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public static <E> TaskQueue<E> priority(int capacity) {
    return priority(capacity, PriorityStore.natural());
  }

  /**
   * Returns a queue from which the least element is taken first.
   *
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public static <E> TaskQueue<E> priority(int capacity, Comparator<? super E> order) {
    return new TaskQueue<>(capacity, new PriorityStore<>(order));
  }

  /**
   * Waits for room, and puts the element.
   *
   * @throws QueueClosedException if the queue is closed, also while this waits
   */
  @Override
  public void put(E element) throws InterruptedException {
    Objects.requireNonNull(element);
    lock.lockInterruptibly();
    try {
      while (!offerLocked(element)) {
        roomOrEnd.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts the element if there is room.
   *
   * @throws QueueClosedException if the queue is closed
   */
  @Override
  public boolean offer(E element) {
    Objects.requireNonNull(element);
    lock.lock();
    try {
      return offerLocked(element);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for room for so long, and puts the element.
   *
   * @throws QueueClosedException if the queue is closed, also while this waits
   */
  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(element);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!offerLocked(element)) {
        if (left <= 0) {
          return false;
        }
        left = roomOrEnd.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean offerLocked(E element) {
    if (closed) {
      throw new QueueClosedException("The queue is closed: nothing can be put");
    }
    if (store.size() >= capacity) {
      return false;
    }
    store.add(element);
    unfinished++;
    elementOrEnd.signal();
    return true;
  }

  /**
   * Waits for an element, and takes it.
   *
   * @throws QueueClosedException if the queue is closed and empty, also while this waits
   */
  @Override
  public E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      E element = pollLocked();
      while (element == null) {
        requireOpen();
        elementOrEnd.await();
        element = pollLocked();
      }
      return element;
    } finally {
      lock.unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new QueueClosedException("The queue is closed, and all has been taken");
    }
  }

  private @Nullable E pollLocked() {
    E element = store.poll();
    if (element != null) {
      roomOrEnd.signal();
    }
    return element;
  }

  /** Takes an element if there is one; returns null otherwise, also if the queue is closed. */
  @Override
  public @Nullable E poll() {
    lock.lock();
    try {
      return pollLocked();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for an element for so long, and takes it; returns null if there is none.
   *
   * @throws QueueClosedException if the queue is closed and empty, also while this waits
   */
  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      E element = pollLocked();
      while (element == null) {
        requireOpen();
        if (left <= 0) {
          return null;
        }
        left = elementOrEnd.awaitNanos(left);
        element = pollLocked();
      }
      return element;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable E peek() {
    lock.lock();
    try {
      return store.peek();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Says that the work for an element that was taken is done.
   *
   * @throws IllegalStateException if that was said for all elements before
   */
  public void taskDone() {
    lock.lock();
    try {
      if (unfinished == store.size()) {
        throw new IllegalStateException(
            "taskDone was called more often than elements were taken; unfinished: " + unfinished);
      }
      finish(1);
    } finally {
      lock.unlock();
    }
  }

  private void finish(long count) {
    unfinished -= count;
    if (unfinished == 0) {
      finished.signalAll();
    }
  }

  /** Returns how many elements have been put whose work is not done. */
  public long unfinished() {
    lock.lock();
    try {
      return unfinished;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the work for all elements is done. */
  public void join() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (unfinished > 0) {
        finished.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the work for all elements is done, but not longer than that.
   *
   * @param timeout zero or less does not wait
   * @return whether it is done
   */
  public boolean join(Duration timeout) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (unfinished > 0 && left > 0) {
        left = finished.awaitNanos(left);
      }
      return unfinished == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the queue: nothing can be put any more, and who waits in vain gets an exception. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      roomOrEnd.signalAll();
      elementOrEnd.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the queue and removes its elements, which do not count as unfinished any more. */
  public List<E> closeNow() {
    lock.lock();
    try {
      close();
      List<E> left = new ArrayList<>();
      drainTo(left);
      finish(left.size());
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the queue was closed. */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int size() {
    lock.lock();
    try {
      return store.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int remainingCapacity() {
    return capacity - size();
  }

  /** Takes all elements that are there. */
  @Override
  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  /** Takes so many of the elements that are there. */
  @Override
  public int drainTo(Collection<? super E> target, int limit) {
    if (target == this) {
      throw new IllegalArgumentException("A queue can't be drained to itself");
    }
    lock.lock();
    try {
      int count = 0;
      for (E each = limit > 0 ? pollLocked() : null; each != null; each = pollLocked()) {
        target.add(each);
        if (++count == limit) {
          break;
        }
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Removes an element, which does not count as unfinished any more. */
  @Override
  public boolean remove(@Nullable Object element) {
    lock.lock();
    try {
      boolean removed = store.remove(element);
      if (removed) {
        roomOrEnd.signal();
        finish(1);
      }
      return removed;
    } finally {
      lock.unlock();
    }
  }

  /** Removes all elements, which do not count as unfinished any more. */
  @Override
  public void clear() {
    lock.lock();
    try {
      finish(store.size());
      store.clear();
      roomOrEnd.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Iterator<E> iterator() {
    lock.lock();
    try {
      return Collections.unmodifiableList(new ArrayList<>(store)).iterator();
    } finally {
      lock.unlock();
    }
  }
}
