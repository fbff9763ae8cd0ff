package dev.weft.process;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a pool does for each item; it can be sent to another process, and may throw any exception.
 *
 * <p>A {@link java.util.function.Function} in a variable is passed as {@code f::apply}.
 *
 * <pre>{@code
 * TaskFunction<String, Integer> length = String::length;
 * List<Integer> lengths = pool.map(List.of("a", "bc"), length);
 * }</pre>
 *
 * @param <A> type of an item
 * @param <R> type of its result, which may be null
 */
@FunctionalInterface
public interface TaskFunction<A extends @Nullable Object, R extends @Nullable Object>
    extends Serializable {

  /**
   * Returns the result for an item.
   *
   * @throws Exception for any reason
   */
  R apply(A item) throws Exception;
}
