package dev.weft.process;

import dev.weft.process.child.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A function on its way over items: cuts these into rows, has the rows done, takes the results.
 *
 * <p>The thread that wants results reads the items, a bounded number of rows ahead; any thread
 * brings results.
 */
final class Mapping {

  /** Results of consecutive items, {@link Failure}s among them. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Done(int first, @Nullable Object[] results) {}

  private final Engine engine;
  private final Owner owner;
  private final TaskOptions options;
  private final RowFunction.Sent function;
  private final Iterator<?> items;
  private final ChunkSizes sizes;
  private final int mostRows;
  private final Runnable forgetStop;

  /** How many items there are, negative if unknown. */
  private final int count;

  /** Belongs to the thread that reads the items. */
  private int next;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock.
  private final List<Done> ready = new ArrayList<>();
  private final Set<Job> added = new LinkedHashSet<>();
  private int rows;
  private boolean cancelled;

  /** Begins a mapping, of which nothing is read yet. */
  Mapping(
      Engine engine,
      TaskOptions options,
      Iterable<?> items,
      TaskFunction<?, ?> function,
      int chunkSize) {
    this.engine = engine;
    this.options = options;
    owner = engine.owner();
    this.function = engine.send(new RowFunction(function));
    this.items = items.iterator();
    count = items instanceof Collection<?> collection ? collection.size() : -1;
    sizes = new ChunkSizes(engine.size(), chunkSize, options.timeout().isPresent());
    mostRows = 3 * engine.size();
    forgetStop = owner.onStop(this::cancel);
  }

  Owner owner() {
    return owner;
  }

  boolean isShort() {
    return sizes.isShort();
  }

  void measured(int number, long nanos) {
    sizes.measured(number, nanos);
  }

  void weighed(int number, long bytes) {
    sizes.weighed(number, bytes);
  }

  void useSingles() {
    sizes.fix();
  }

  /** Returns whether there are no more items to read. */
  boolean isExhausted() {
    return isCancelled() || !items.hasNext();
  }

  /**
   * Adds rows until enough are on their way or there are no more items.
   *
   * @param mostReady how many rows of results may be waiting to be taken
   */
  void fill(int mostReady) {
    while (hasRoom(mostReady) && !isExhausted()) {
      Row row = nextRow();
      lock.lock();
      try {
        rows++;
        added.add(row);
      } finally {
        lock.unlock();
      }
      add(row);
    }
  }

  private void add(Row row) {
    try {
      engine.add(row);
    } catch (RuntimeException e) {
      replaced(row, 0, new Object[0], List.of());
      cancel();
      throw e;
    }
  }

  private boolean hasRoom(int mostReady) {
    lock.lock();
    try {
      return rows < mostRows && ready.size() < mostReady && !cancelled;
    } finally {
      lock.unlock();
    }
  }

  private Row nextRow() {
    List<@Nullable Object> some = new ArrayList<>();
    int wanted = sizes.next(count < 0 ? -1 : Math.max(1, count - next));
    while (some.size() < wanted && items.hasNext()) {
      some.add(items.next());
    }
    int first = next;
    next += some.size();
    return new Row(this, function, options, owner, first, some.toArray(), false);
  }

  /** Adds a row that is a part of one that came back undone. */
  void again(Row row) {
    engine.add(row);
  }

  /** Takes what there is of a row's results, and the rows that are to bring the rest. */
  void replaced(Row row, int first, @Nullable Object[] results, List<Row> rest) {
    lock.lock();
    try {
      added.remove(row);
      added.addAll(rest);
      rows += rest.size() - 1;
      if (results.length > 0) {
        ready.add(new Done(first, results));
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the results of a row. */
  void done(Row row, int first, @Nullable Object[] results) {
    replaced(row, first, results, List.of());
  }

  private boolean isCancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there are results, or none are on their way; returns them in the order of their
   * arrival.
   *
   * @throws CancellationException if the rest was ended
   * @throws TimeoutException if that takes too long
   */
  List<Done> take(long nanos) throws InterruptedException, TimeoutException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (ready.isEmpty() && rows > 0 && !cancelled) {
        if (left <= 0) {
          throw new TimeoutException(
              "No result after " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
        }
        left = changed.awaitNanos(left);
      }
      if (cancelled) {
        throw new CancellationException("The rest of the items was cancelled");
      }
      List<Done> taken = List.copyOf(ready);
      ready.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the rest; without effect when there is none. */
  void cancel() {
    List<Job> rest = List.of();
    lock.lock();
    try {
      boolean already = cancelled;
      cancelled = true;
      changed.signalAll();
      if (!already) {
        rest = List.copyOf(added);
      }
      added.clear();
    } finally {
      lock.unlock();
    }
    for (Job each : rest) {
      engine.stop(each, true);
    }
    finished();
  }

  /** Says that nothing more is wanted because everything is there. */
  void finished() {
    forgetStop.run();
    engine.forget(function);
  }
}
