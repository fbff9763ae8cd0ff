package org.dflib.jjava.kernel;

/** The way from a notebook's code to its kernel; every cell can name these without an import. */
public final class JavaNotebookStatics {

  private static final JavaKernel KERNEL = new JavaKernel();

  private JavaNotebookStatics() {}

  /** Returns the notebook's kernel. */
  public static JavaKernel kernel() {
    return KERNEL;
  }

  /** Returns the notebook's kernel. */
  public static JavaKernel getKernelInstance() {
    return KERNEL;
  }
}
