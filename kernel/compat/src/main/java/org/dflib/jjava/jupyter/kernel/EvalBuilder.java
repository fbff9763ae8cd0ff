package org.dflib.jjava.jupyter.kernel;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/**
 * A run of code that has not begun.
 *
 * @param <T> the type of the value
 */
public final class EvalBuilder<T extends @Nullable Object> {

  private final BaseKernel kernel;
  private final String source;
  private final boolean renders;

  EvalBuilder(BaseKernel kernel, String source) {
    this(kernel, source, false);
  }

  private EvalBuilder(BaseKernel kernel, String source, boolean renders) {
    this.kernel = kernel;
    this.source = source;
    this.renders = renders;
  }

  /** Returns this: magics in code are always carried out. */
  public EvalBuilder<T> resolveMagics() {
    return this;
  }

  /** Returns a run whose value is what would be shown of the code's. */
  public EvalBuilder<DisplayData> renderResults() {
    return new EvalBuilder<>(kernel, source, true);
  }

  /** Runs the code as a cell and returns its value. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the caller says what it expects
  public T eval() {
    return (T) (renders ? kernel.eval(source) : kernel.evalRaw(source));
  }
}
