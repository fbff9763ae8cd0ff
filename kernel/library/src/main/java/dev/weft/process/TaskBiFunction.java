package dev.weft.process;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a pool does for each pair of arguments; otherwise as {@link TaskFunction}.
 *
 * <pre>{@code
 * TaskBiFunction<Integer, Integer, Integer> power = (a, b) -> (int) Math.pow(a, b);
 * pool.starmap(List.of(Map.entry(2, 5), Map.entry(3, 2)), power);   // [32, 9]
 * }</pre>
 *
 * @param <A> type of the first argument
 * @param <B> type of the second argument
 * @param <R> type of the result, which may be null
 */
@FunctionalInterface
public interface TaskBiFunction<
        A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
    extends Serializable {

  /**
   * Returns the result for two arguments.
   *
   * @throws Exception for any reason
   */
  R apply(A first, B second) throws Exception;
}
