package org.dflib.jjava.jupyter.kernel.display;

/**
 * Puts a value into the formats that are wanted.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface RenderFunction<T>
    extends io.github.spencerpark.jupyter.kernel.display.RenderFunction<T> {

  /** Adds the formats to what the context gives. */
  void render(T data, RenderContext context);

  @Override
  default void render(T data, io.github.spencerpark.jupyter.kernel.display.RenderContext context) {
    render(data, (RenderContext) context);
  }
}
