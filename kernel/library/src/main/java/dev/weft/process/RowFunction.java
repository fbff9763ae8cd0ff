package dev.weft.process;

import dev.weft.process.ship.Parcel;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies a function to the items of a row, in a worker process.
 *
 * <p>A row of one item gives the item's result or throws its exception. A longer one gives an array
 * of the time that it took in nanoseconds and the results, as far as these are numbers, strings and
 * the like. It ends at the first item of which something else comes: that is kept here and handed
 * over, as if it were the only one, for an empty row that is sent next.
 */
final class RowFunction implements Function<Object, @Nullable Object>, Serializable {

  private static final long serialVersionUID = 1;

  private final TaskFunction<Object, Object> function;

  /** What came of items at which rows have ended, the oldest first. */
  private transient @Nullable Queue<Object> kept;

  /** A result that may be null. */
  private record Result(@Nullable Object value) {}

  /**
   * A function that workers can be sent.
   *
   * @param number by which calls name it
   * @param parcel missing where the workers are threads
   */
  record Sent(RowFunction function, long number, @Nullable Parcel parcel) {}

  @SuppressWarnings("unchecked") // items are those for which the user gave the function
  RowFunction(TaskFunction<?, ?> function) {
    this.function = (TaskFunction<Object, Object>) function;
  }

  @SuppressWarnings("NullAway") // items may be null where the user's are
  @Nullable Object applyTo(@Nullable Object item) throws Exception {
    return function.apply(item);
  }

  @Override
  public @Nullable Object apply(Object row) {
    @Nullable Object[] items = (@Nullable Object[]) row;
    try {
      return switch (items.length) {
        case 0 -> handOver();
        case 1 -> applyTo(items[0]);
        default -> applyToAll(items);
      };
    } catch (Throwable e) { // passed on to whoever asks for the result
      throw Unchecked.<RuntimeException>raise(e);
    }
  }

  private @Nullable Object[] applyToAll(@Nullable Object[] items) {
    long start = System.nanoTime();
    @Nullable Object[] results = new Object[items.length + 1];
    int done = 0;
    while (done < items.length) {
      Object odd = null;
      try {
        Object value = applyTo(items[done]);
        odd = isPlain(value) ? null : new Result(value);
        results[done + 1] = value;
      } catch (Throwable e) { // belongs to the item
        odd = new Failure(e);
      }
      if (odd != null) {
        keep(odd);
        break;
      }
      done++;
    }
    results[0] = System.nanoTime() - start;
    return done == items.length ? results : Arrays.copyOf(results, done + 1);
  }

  private void keep(Object odd) {
    if (kept == null) {
      kept = new ArrayDeque<>();
    }
    kept.add(odd);
  }

  private @Nullable Object handOver() throws Throwable {
    Object odd = kept == null ? null : kept.poll();
    if (odd instanceof Failure(Throwable thrown)) {
      throw thrown;
    }
    return odd instanceof Result(Object value) ? value : null;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof String;
  }
}
