package io.github.spencerpark.jupyter.kernel;

import dev.weft.display.Display;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** What notebooks ask of any kernel. */
public abstract class BaseKernel {

  private final Renderer renderer = new Renderer();

  /** For the kernel that notebooks get. */
  protected BaseKernel() {}

  /** Returns where renderers are registered. */
  public Renderer getRenderer() {
    return renderer;
  }

  /** Shows a bundle under the cell. */
  public void display(DisplayData data) {
    data.show();
  }

  /** Shows a bundle as Weft's own {@code render} returns it. */
  public void display(dev.weft.display.DisplayData data) {
    Object unused = Display.display(data);
  }

  /** Returns the streams of the cell. */
  public JupyterIO getIO() {
    return new JupyterIO();
  }

  /** Returns a line on the kernel. */
  public String getBanner() {
    return "Java " + Runtime.version() + " · Weft";
  }

  /** Runs code as a cell and returns what would be shown of its value. */
  public abstract DisplayData eval(String source);
}
