package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.Owner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Consecutive items of a mapping, which go to a worker together. */
final class Row extends Job {

  private static final @Nullable Object[] NO_ITEMS = {};

  private final Mapping mapping;
  private final RowFunction.Sent function;
  private final int first;
  private final @Nullable Object[] items;

  /** Whether this fetches what came of its one item at the end of an earlier row. */
  private final boolean fetches;

  private final AtomicBoolean settled = new AtomicBoolean();

  Row(
      Mapping mapping,
      RowFunction.Sent function,
      TaskOptions options,
      Owner owner,
      int first,
      @Nullable Object[] items,
      boolean fetches) {
    super(options, owner);
    this.mapping = mapping;
    this.function = function;
    this.first = first;
    this.items = items;
    this.fetches = fetches;
  }

  RowFunction.Sent function() {
    return function;
  }

  @Override
  Object toSend() {
    return fetches ? NO_ITEMS : items;
  }

  @Override
  int size() {
    return items.length;
  }

  @Override
  void weighed(long bytes) {
    mapping.weighed(items.length, bytes);
  }

  @Override
  boolean isShort() {
    return mapping.isShort();
  }

  @Override
  boolean isBound() {
    return fetches;
  }

  @Override
  void started() {}

  @Override
  void takenBack() {}

  @Override
  void run() {
    long start = System.nanoTime();
    @Nullable Object[] results = new Object[items.length];
    for (int i = 0; i < items.length; i++) {
      try {
        results[i] = function.function().applyTo(items[i]);
      } catch (Throwable e) { // belongs to the item
        results[i] = new Failure(e);
      }
    }
    mapping.measured(items.length, System.nanoTime() - start);
    settle(results);
  }

  @Override
  @Nullable Job answered(Answer answer, long nanos) {
    Object result = null;
    try {
      result = Outcomes.get(answer);
    } catch (ExecutionException e) {
      failed(e.getCause() == null ? e : e.getCause());
      return null;
    }
    if (items.length == 1) {
      if (fetches) {
        mapping.useSingles();
      } else {
        mapping.measured(1, nanos);
      }
      settle(result);
      return null;
    }
    @Nullable Object[] timeAndResults = (@Nullable Object[]) Objects.requireNonNull(result);
    int done = timeAndResults.length - 1;
    mapping.measured(Math.max(1, done), (Long) timeAndResults[0]);
    return settleSome(Arrays.copyOfRange(timeAndResults, 1, done + 1));
  }

  /** Hands over the results so far and returns what fetches the next, where the row has ended. */
  private @Nullable Job settleSome(@Nullable Object[] results) {
    int done = results.length;
    if (done == items.length) {
      settle(results);
      return null;
    }
    settled.set(true);
    Row fetch = part(done, done + 1, true);
    if (done + 1 == items.length) {
      mapping.replaced(this, first, results, List.of(fetch));
    } else {
      Row rest = part(done + 1, items.length, false);
      mapping.replaced(this, first, results, List.of(fetch, rest));
      mapping.again(rest);
    }
    return fetch;
  }

  private Row part(int from, int to, boolean fetching) {
    @Nullable Object[] some = Arrays.copyOfRange(items, from, to);
    return new Row(mapping, function, options, owner, first + from, some, fetching);
  }

  /** Returns a row for each item, which together replace this one. */
  List<Row> singles() {
    List<Row> singles = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      Row single = part(i, i + 1, false);
      single.deaths = deaths;
      singles.add(single);
    }
    settled.set(true);
    mapping.replaced(this, first, NO_ITEMS, singles);
    return singles;
  }

  @Override
  void failed(Throwable thrown) {
    @Nullable Object[] results = new Object[items.length];
    Arrays.fill(results, new Failure(thrown));
    settle(results);
  }

  private void settle(@Nullable Object... results) {
    queued.end();
    if (settled.compareAndSet(false, true)) {
      mapping.done(this, first, results);
    }
  }
}
