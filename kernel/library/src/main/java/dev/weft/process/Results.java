package dev.weft.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Results that come one by one.
 *
 * <p>{@link #next} throws what an item's function has thrown, as it is; the iteration may go on
 * with the next item then. {@link #close} ends what is still on its way; it is not needed after the
 * last result. Belongs to one thread, which reads the items too.
 *
 * <pre>{@code
 * try (var results = pool.mapUnordered(urls, url -> fetch(url))) {
 *   for (String page : results) {
 *     System.out.println(page.length());
 *   }
 * }
 * }</pre>
 *
 * @param <R> type of a result, which may be null
 */
@SuppressWarnings("IterableAndIterator") // for loops as well as next with a limit
public final class Results<R extends @Nullable Object>
    implements Iterator<R>, Iterable<R>, AutoCloseable {

  private static final int ROWS_READY = 16;

  private final Mapping mapping;
  private final boolean ordered;
  private final Map<Integer, @Nullable Object[]> early = new HashMap<>();
  private final Deque<Object> here = new ArrayDeque<>();
  private int next;

  /** Stands for null, which a deque can't hold. */
  private static final Object NULL = new Object();

  Results(Mapping mapping, boolean ordered) {
    this.mapping = mapping;
    this.ordered = ordered;
  }

  /** Returns these results, for a loop; they can be gone through once. */
  @Override
  public Iterator<R> iterator() {
    return this;
  }

  /** Returns these results as a sequential stream, whose end closes nothing. */
  public Stream<R> stream() {
    int traits = ordered ? Spliterator.ORDERED : 0;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false);
  }

  /**
   * Returns whether there is one more; may wait for it.
   *
   * @throws CancellationException if the rest was cancelled, or the thread was interrupted, which
   *     it then still is
   */
  @Override
  public boolean hasNext() {
    try {
      return has(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new CancellationException("Interrupted while waiting for a result");
    } catch (TimeoutException e) {
      throw new IllegalStateException("An endless wait is over", e);
    }
  }

  private boolean has(long nanos) throws InterruptedException, TimeoutException {
    while (here.isEmpty()) {
      mapping.fill(ROWS_READY - early.size());
      var taken = mapping.take(nanos);
      if (taken.isEmpty() && mapping.isExhausted()) {
        mapping.finished();
        return false;
      }
      for (Mapping.Done each : taken) {
        arrived(each);
      }
    }
    return true;
  }

  private void arrived(Mapping.Done done) {
    if (!ordered) {
      addAll(done.results());
      return;
    }
    early.put(done.first(), done.results());
    for (var row = early.remove(next); row != null; row = early.remove(next)) {
      next += row.length;
      addAll(row);
    }
  }

  private void addAll(@Nullable Object[] results) {
    for (Object each : results) {
      here.addLast(Objects.requireNonNullElse(each, NULL));
    }
  }

  /**
   * Returns the next result; may wait for it.
   *
   * @throws NoSuchElementException if there is none
   * @throws CancellationException as {@link #hasNext} does
   */
  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more results");
    }
    return first();
  }

  /**
   * Returns the next result if it comes in time.
   *
   * @throws TimeoutException if it does not; it can be asked for again
   * @throws NoSuchElementException if there is none
   */
  public R next(Duration timeout) throws InterruptedException, TimeoutException {
    if (!has(Waits.nanos(timeout))) {
      throw new NoSuchElementException("There are no more results");
    }
    return first();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // of the type that the function gives, null or not
  private R first() {
    Object result = here.removeFirst();
    if (result instanceof Failure(Throwable thrown)) {
      throw Unchecked.<RuntimeException>raise(thrown);
    }
    return (R) (result.equals(NULL) ? null : result);
  }

  /** Ends what is still on its way, in this mapping alone. */
  @Override
  public void close() {
    mapping.cancel();
  }
}
