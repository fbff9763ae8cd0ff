package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line magic does.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface LineMagicFunction<T> {

  /** Does it and returns the value, or null. */
  @Nullable T execute(List<String> args) throws Exception;
}
