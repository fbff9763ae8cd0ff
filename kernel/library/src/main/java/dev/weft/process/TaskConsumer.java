package dev.weft.process;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a pool does with each item, for what it does alone; otherwise as {@link TaskFunction}.
 *
 * <pre>{@code
 * TaskConsumer<String> print = System.out::println;
 * pool.forEach(List.of("a", "b"), print);
 * }</pre>
 *
 * @param <A> type of an item
 */
@FunctionalInterface
public interface TaskConsumer<A extends @Nullable Object> extends Serializable {

  /**
   * Does it for an item.
   *
   * @throws Exception for any reason
   */
  void accept(A item) throws Exception;
}
