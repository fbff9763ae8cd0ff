package dev.weft.channel;

import dev.weft.segment.RegionRef;
import dev.weft.segment.Wait;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A queue in shared memory: any thread of any process of a program puts, and any takes.
 *
 * <p>A handle travels to other processes as tasks, captured variables and results do. An element is
 * copied as it is when it is put, and can be taken at once; each is taken by one. Strings, boxed
 * numbers and byte arrays are the fastest. There are no null elements.
 *
 * <pre>{@code
 * try (var queue = new ProcessQueue<String>(100)) {
 *   var counter = ChildProcess.start(() -> {
 *     int letters = 0;
 *     try {
 *       while (true) letters += queue.take().length();
 *     } catch (QueueClosedException e) {
 *       return letters;                                  // all has been taken
 *     }
 *   });
 *   for (String line : lines) queue.put(line);
 *   queue.close();
 *   System.out.println(counter.result());
 * }
 * }</pre>
 *
 * <p>The queue is bounded twice: by the number of its elements, and by the memory for them; {@link
 * #put} waits for both. An element that is large for that memory lies in a file meanwhile.
 *
 * <p>A process that is killed harms nobody: what it was about to put is not there, and what it was
 * about to take is. Only an element that it has taken already is lost with it, and does not keep
 * {@link #join} waiting. Each element counts as unfinished until {@link #taskDone} is called once
 * for it; who does not {@code join} need not call that.
 *
 * <p>After {@link #close}, by whichever process, nothing can be put. What is in the queue can be
 * taken still, and then {@link #take} and {@link #poll(long, TimeUnit)} throw {@link
 * QueueClosedException}, as they do in those that wait in them. The memory is given back when the
 * process that has made the queue finds it closed and empty, or has closed it and lost its handle,
 * or ends.
 *
 * <p>Iteration is of a snapshot. Single elements can't be removed from the middle. Safe for use by
 * several threads, virtual ones too; waits can be interrupted.
 *
 * @param <E> type of the elements
 */
public final class ProcessQueue<E> extends AbstractQueue<E>
    implements BlockingQueue<E>, AutoCloseable, Serializable {

  private static final long serialVersionUID = 1;
  private static final long DEFAULT_BYTES = 1 << 20;
  private static final long LEAST_BYTES = 1 << 10;
  private static final long MOST_BYTES = 1 << 30;

  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final transient @Nullable QueueMemory memory;

  /** Why there is no memory. */
  private final transient String problem;

  /** Makes a queue for as many elements as 1 MB of memory holds. */
  public ProcessQueue() {
    this(Integer.MAX_VALUE);
  }

  /**
   * Makes a queue for so many elements, or as many of them as 1 MB of memory holds.
   *
   * @throws IllegalArgumentException if that is below 1
   */
  public ProcessQueue(int capacity) {
    this(capacity, DEFAULT_BYTES);
  }

  /**
   * Makes a queue for so many elements, with so much memory for them.
   *
   * @param bytes is made a power of two; an element takes 8 more than its content
   * @throws IllegalArgumentException if the capacity is below 1, or the memory below 1 KB or over 1
   *     GB
   * @throws java.io.UncheckedIOException if the system has not that much memory
   */
  public ProcessQueue(int capacity, long bytes) {
    this(QueueMemory.make(name(), requireCapacity(capacity), requireBytes(bytes)));
    CLEANER.register(this, Objects.requireNonNull(memory));
  }

  private ProcessQueue(QueueMemory memory) {
    this.memory = memory;
    problem = "";
  }

  private ProcessQueue(String problem) {
    memory = null;
    this.problem = problem;
  }

  private static String name() {
    return "ProcessQueue-" + NUMBERS.incrementAndGet();
  }

  private static int requireCapacity(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ", and must be at least 1");
    }
    return capacity;
  }

  private static long requireBytes(long bytes) {
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "bytes is " + bytes + ", and must be from " + LEAST_BYTES + " to " + MOST_BYTES);
    }
    long power = Long.highestOneBit(bytes);
    return power == bytes ? bytes : 2 * power;
  }

  /** What travels of a queue. */
  private record Handle(RegionRef ref) implements Serializable {
    private Object readResolve() {
      try {
        return new ProcessQueue<>(QueueMemory.attach(ref));
      } catch (InvalidObjectException e) {
        return new ProcessQueue<>(String.valueOf(e.getMessage()));
      }
    }
  }

  private Object writeReplace() {
    QueueMemory own = memory;
    if (own == null || own.isFreed()) {
      throw closed();
    }
    return new Handle(own.region.ref());
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("A queue travels as a handle");
  }

  private QueueMemory memory() {
    QueueMemory own = memory;
    if (own == null || own.isFreed()) {
      throw closed();
    }
    return own;
  }

  private QueueClosedException closed() {
    QueueMemory own = memory;
    return own == null ? new QueueClosedException("The queue is closed: " + problem) : own.closed();
  }

  /** Tells what comes of memory that another thread gives back meanwhile. */
  private RuntimeException explain(IllegalStateException problem) {
    QueueMemory own = memory;
    return own != null && own.isFreed() ? closed() : problem;
  }

  /**
   * Waits for room, and puts the element.
   *
   * @throws QueueClosedException if the queue is closed, also while this waits
   * @throws dev.weft.process.NotTransferableException if the element can't travel
   */
  @Override
  public void put(E element) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    boolean unused = put(element, Long.MAX_VALUE);
  }

  /**
   * Puts the element if there is room.
   *
   * @throws QueueClosedException if the queue is closed
   * @throws dev.weft.process.NotTransferableException if the element can't travel
   */
  @Override
  public boolean offer(E element) {
    try {
      return put(element, 0);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // only waits are interrupted
    }
  }

  /**
   * Waits for room for so long, and puts the element.
   *
   * @throws QueueClosedException if the queue is closed, also while this waits
   * @throws dev.weft.process.NotTransferableException if the element can't travel
   */
  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    return put(element, Math.clamp(unit.toNanos(timeout), 0, Long.MAX_VALUE - 1));
  }

  private boolean put(E element, long nanos) throws InterruptedException {
    Objects.requireNonNull(element);
    QueueMemory own = memory();
    Message message = own.fit(Content.of(element));
    boolean done = false;
    try {
      done = own.tryPut(message) || (nanos > 0 && own.waiting.awaitRoom(message, patience(nanos)));
      return done;
    } catch (IllegalStateException e) {
      throw explain(e);
    } finally {
      if (!done) {
        SideFile.delete(message);
      }
    }
  }

  private static Wait patience(long nanos) {
    return nanos == Long.MAX_VALUE ? Wait.interruptibly() : Wait.upTo(nanos);
  }

  /**
   * Waits for an element, and takes it.
   *
   * @throws QueueClosedException if the queue is closed and empty, also while this waits
   * @throws dev.weft.process.NotTransferableException if the element can't be rebuilt here; it is
   *     lost
   */
  @Override
  public E take() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return Objects.requireNonNull(poll(Long.MAX_VALUE));
  }

  /** Takes an element if there is one; returns null otherwise, also if the queue is closed. */
  @Override
  public @Nullable E poll() {
    QueueMemory own = memory;
    if (own == null || own.isFreed()) {
      return null;
    }
    try {
      return element(own.tryTake());
    } catch (IllegalStateException e) {
      throw explain(e);
    }
  }

  /**
   * Waits for an element for so long, and takes it; returns null if there is none.
   *
   * @throws QueueClosedException if the queue is closed and empty, also while this waits
   */
  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return poll(Math.clamp(unit.toNanos(timeout), 0, Long.MAX_VALUE - 1));
  }

  private @Nullable E poll(long nanos) throws InterruptedException {
    QueueMemory own = memory();
    try {
      Message message = own.tryTake();
      return element(message != null ? message : own.waiting.awaitMessage(patience(nanos)));
    } catch (IllegalStateException e) {
      throw explain(e);
    }
  }

  @SuppressWarnings("unchecked") // what was put is of the type
  private @Nullable E element(@Nullable Message message) {
    return message == null ? null : (E) Content.element(message);
  }

  @Override
  @SuppressWarnings("unchecked") // what was put is of the type
  public @Nullable E peek() {
    List<Object> first = new ArrayList<>(1);
    view(
        message -> {
          first.add(Content.view(message));
          return false;
        });
    return first.isEmpty() ? null : (E) first.getFirst();
  }

  private void view(Ring.Viewer viewer) {
    QueueMemory own = memory;
    if (own == null || own.isFreed()) {
      return;
    }
    try {
      own.ring.view(viewer);
    } catch (IllegalStateException e) {
      throw explain(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // what was put is of the type
  public Iterator<E> iterator() {
    List<E> elements = new ArrayList<>();
    view(message -> elements.add((E) Content.view(message)));
    return Collections.unmodifiableList(elements).iterator();
  }

  /** Returns how many elements are in the queue now. */
  @Override
  public int size() {
    QueueMemory own = memory;
    return own == null || own.isFreed() ? 0 : own.ring.size();
  }

  /** Returns how many elements fit now by their number; there may be less memory. */
  @Override
  public int remainingCapacity() {
    QueueMemory own = memory();
    return own.ring.capacity() - own.ring.size();
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
    int count = 0;
    for (E each = limit > 0 ? poll() : null; each != null; each = poll()) {
      target.add(each);
      if (++count == limit) {
        break;
      }
    }
    return count;
  }

  /** Removes the elements that are there, which do not count as unfinished any more. */
  @Override
  public void clear() {
    QueueMemory own = memory;
    while (own != null && !own.isFreed()) {
      Message message = own.ring.tryTake(own.taker);
      if (message == null) {
        own.freeIfDrained();
        return;
      }
      own.tasks.done();
    }
  }

  /**
   * Not supported: elements leave in their order.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public boolean remove(@Nullable Object element) {
    throw new UnsupportedOperationException("Elements of a ProcessQueue leave in their order");
  }

  /**
   * Says that the work for an element that was taken is done; by whichever process.
   *
   * @throws IllegalStateException if that was said for all elements before
   */
  public void taskDone() {
    memory().tasks.done();
  }

  /** Returns how many elements have been put whose work is not done. */
  public int unfinished() {
    return memory().tasks.unfinished();
  }

  /** Returns how many elements were taken by processes that died before they called taskDone. */
  public int lost() {
    QueueMemory own = memory();
    own.tasks.bury();
    return own.tasks.lost();
  }

  /** Waits until the work for all elements is done, or lost with the process that did it. */
  public void join() throws InterruptedException {
    boolean unused = join(Wait.interruptibly());
  }

  /**
   * Waits until the work for all elements is done or lost, but not longer than that.
   *
   * @param timeout zero or less does not wait
   * @return whether it is done
   */
  public boolean join(Duration timeout) throws InterruptedException {
    return join(Wait.upTo(TimeUnit.NANOSECONDS.convert(timeout)));
  }

  private boolean join(Wait wait) throws InterruptedException {
    try {
      return memory().waiting.join(wait);
    } catch (IllegalStateException e) {
      throw explain(e);
    }
  }

  /**
   * Ends the queue for all processes: nothing can be put any more, and who waits in vain gets an
   * exception. Nothing happens the second time.
   */
  @Override
  public void close() {
    QueueMemory own = memory;
    if (own == null || own.isFreed()) {
      return;
    }
    try {
      own.ring.close();
      own.freeIfDrained();
    } catch (IllegalStateException e) {
      if (!own.isFreed()) {
        throw e;
      }
    }
  }

  /** Returns whether the queue was closed, by whichever process. */
  public boolean isClosed() {
    QueueMemory own = memory;
    return own == null || own.isFreed() || own.ring.isClosed();
  }

  @Override
  public String toString() {
    QueueMemory own = memory;
    if (own == null || own.isFreed()) {
      return "ProcessQueue (closed)";
    }
    return own.region.name() + " with " + size() + " elements" + (isClosed() ? " (closed)" : "");
  }
}
