package io.github.spencerpark.jupyter.kernel.display;

/**
 * Puts a value into the formats that are wanted.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface RenderFunction<T> {

  /** Adds the formats to what the context gives. */
  void render(T data, RenderContext context);
}
