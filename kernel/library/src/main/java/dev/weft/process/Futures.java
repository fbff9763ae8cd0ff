package dev.weft.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for several futures, whatever pools they are of.
 *
 * <pre>{@code
 * for (Future<Integer> done : Futures.asCompleted(futures)) {
 *   System.out.println(done.resultNow());
 * }
 * }</pre>
 */
public final class Futures {

  private Futures() {}

  /** For which of several futures to wait. */
  public enum Until {
    /** The first that is done, in whatever way. */
    FIRST_COMPLETED,
    /** The first that is done with an exception or cancelled; all if none is. */
    FIRST_EXCEPTION,
    /** All of them. */
    ALL_COMPLETED
  }

  /**
   * What a wait has come to.
   *
   * @param done those that are done, in the order of their completion
   * @param notDone the others, in the order given
   */
  public record Waited<T extends @Nullable Object>(List<Future<T>> done, List<Future<T>> notDone) {

    /** Keeps its own unmodifiable copies. */
    public Waited {
      done = List.copyOf(done);
      notDone = List.copyOf(notDone);
    }
  }

  /** Too little time has passed for all futures to be done. */
  public static final class NotDoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int unfinished;

    NotDoneException(int unfinished, Duration timeout) {
      super(unfinished + " futures are not done after " + timeout);
      this.unfinished = unfinished;
    }

    /** Returns how many futures were not done. */
    public int unfinished() {
      return unfinished;
    }
  }

  /**
   * Returns the futures in the order in which they complete, those that are done first; each once.
   *
   * <p>Going on to the next may wait; an interrupt then ends that with a {@link
   * CancellationException}, and the thread stays interrupted.
   */
  public static <T extends @Nullable Object> Iterable<Future<T>> asCompleted(
      Collection<? extends Future<T>> futures) {
    return () -> new Completions<>(futures, Duration.ofNanos(Long.MAX_VALUE));
  }

  /**
   * Returns the futures as {@link #asCompleted(Collection)} does, as long as the time is not over.
   *
   * <p>The time begins with the iteration. Going on throws {@link NotDoneException} when it is
   * over.
   */
  public static <T extends @Nullable Object> Iterable<Future<T>> asCompleted(
      Collection<? extends Future<T>> futures, Duration timeout) {
    return () -> new Completions<>(futures, timeout);
  }

  /** Waits for futures, for at most that long. */
  @SuppressWarnings("CollectionUndefinedEquality") // the very objects are meant
  public static <T extends @Nullable Object> Waited<T> await(
      Collection<? extends Future<T>> futures, Until until, Duration timeout)
      throws InterruptedException {
    Predicate<Future<T>> last =
        switch (until) {
          case FIRST_COMPLETED -> _ -> true;
          case FIRST_EXCEPTION -> future -> future.state() != Future.State.SUCCESS;
          case ALL_COMPLETED -> _ -> false;
        };
    Completions<T> completions = new Completions<>(futures, timeout);
    List<Future<T>> done = new ArrayList<>();
    Future<T> next = completions.poll();
    while (next != null) {
      done.add(next);
      next = last.test(next) ? null : completions.poll();
    }
    Set<Future<T>> notDone = new LinkedHashSet<>(futures);
    done.forEach(notDone::remove);
    return new Waited<>(done, List.copyOf(notDone));
  }

  /** Waits for all futures. */
  public static <T extends @Nullable Object> Waited<T> await(
      Collection<? extends Future<T>> futures) throws InterruptedException {
    return await(futures, Until.ALL_COMPLETED, Duration.ofNanos(Long.MAX_VALUE));
  }

  /** Futures as they complete. */
  @SuppressWarnings("CollectionUndefinedEquality") // the very objects are meant
  private static final class Completions<T extends @Nullable Object>
      implements Iterator<Future<T>> {

    private final BlockingQueue<Future<T>> done = new LinkedBlockingQueue<>();
    private final Duration timeout;
    private final long deadline;
    private int left;

    Completions(Collection<? extends Future<T>> futures, Duration timeout) {
      this.timeout = timeout;
      long nanos = Waits.nanos(timeout);
      long end = System.nanoTime() + nanos;
      deadline = nanos > Long.MAX_VALUE / 2 ? System.nanoTime() + Long.MAX_VALUE / 2 : end;
      Set<Future<T>> each = new LinkedHashSet<>(futures);
      left = each.size();
      each.stream().filter(Future::isDone).forEach(done::add);
      each.removeAll(List.copyOf(done));
      each.forEach(this::watch);
    }

    private void watch(Future<T> future) {
      if (future instanceof CompletableFuture<T> completable) {
        var unused = completable.whenComplete((_, _) -> done.add(future));
      } else {
        Thread.ofVirtual().name("future-watch").start(() -> awaitEnd(future));
      }
    }

    private void awaitEnd(Future<T> future) {
      try {
        future.get();
      } catch (ExecutionException | CancellationException e) {
        // done all the same
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      done.add(future);
    }

    /** Returns the next, or null when there is none or the time is over. */
    @Nullable Future<T> poll() throws InterruptedException {
      if (left == 0) {
        return null;
      }
      Future<T> next = done.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      left -= next == null ? 0 : 1;
      return next;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Future<T> next() {
      if (left == 0) {
        throw new NoSuchElementException("There are no more futures");
      }
      try {
        Future<T> next = poll();
        if (next == null) {
          throw new NotDoneException(left, timeout);
        }
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while waiting for a future");
      }
    }
  }

  /** Submits tasks and waits for all; cancels those that are not done in time. */
  static <T extends @Nullable Object> List<Future<T>> all(
      Pool pool, Collection<? extends Callable<T>> tasks, long nanos) throws InterruptedException {
    List<Future<T>> futures = new ArrayList<>();
    boolean whole = false;
    try {
      for (Callable<T> task : tasks) {
        futures.add(pool.submit(task));
      }
      await(futures, Until.ALL_COMPLETED, Duration.ofNanos(Math.max(0, nanos)));
      whole = futures.stream().allMatch(Future::isDone);
      return futures;
    } finally {
      if (!whole) {
        futures.forEach(future -> future.cancel(true));
      }
    }
  }

  /** Submits tasks and returns the first result; cancels the others. */
  static <T extends @Nullable Object> T any(
      Pool pool, Collection<? extends Callable<T>> tasks, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("There is no task to have a result of");
    }
    List<Future<T>> futures = new ArrayList<>();
    ExecutionException last = null;
    try {
      for (Callable<T> task : tasks) {
        futures.add(pool.submit(task));
      }
      Completions<T> completions = new Completions<>(futures, Duration.ofNanos(Math.max(0, nanos)));
      for (Future<T> next = completions.poll(); next != null; next = completions.poll()) {
        try {
          return next.get();
        } catch (ExecutionException e) {
          last = e;
        }
      }
      if (last != null && !completions.hasNext()) {
        throw last;
      }
      throw new TimeoutException("No task had a result in time");
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }
}
