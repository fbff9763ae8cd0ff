package io.github.spencerpark.ijava;

import dev.weft.magic.KernelCallException;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What notebooks ask of their kernel; any thread may call while a cell runs. */
public class JavaKernel extends BaseKernel {

  private final Magics magics = new Magics();

  /** Notebooks get the one from {@link IJava#getKernelInstance}. */
  protected JavaKernel() {}

  /** Returns where magics are added. */
  public Magics getMagics() {
    return magics;
  }

  /** Adds jars and folders to the class path, as {@code %classpath} does. */
  public void addToClasspath(String path) {
    Object unused = dev.weft.magic.Magics.lineMagic("classpath", List.of(path));
  }

  /**
   * Runs code as a cell and returns the value of its last expression.
   *
   * @throws KernelCallException if it does not compile
   */
  public @Nullable Object evalRaw(String source) {
    return dev.weft.magic.Magics.eval(source);
  }

  @Override
  public DisplayData eval(String source) {
    return getRenderer().render(evalRaw(source));
  }
}
