package org.dflib.jjava.runtime;

import org.dflib.jjava.JavaKernel;
import org.dflib.jjava.kernel.JavaNotebookStatics;
import org.jspecify.annotations.Nullable;

/** Calls the kernel. */
public final class Kernel {

  private Kernel() {}

  /** Returns the notebook's kernel. */
  public static JavaKernel getKernelInstance() {
    return JavaNotebookStatics.kernel();
  }

  /** Runs code as a cell and returns the value of its last expression. */
  public static @Nullable Object eval(String expr) {
    return getKernelInstance().evalRaw(expr);
  }
}
