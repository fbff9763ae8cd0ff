package io.github.spencerpark.ijava;

/** The way from a notebook's code to its kernel. */
public final class IJava {

  private static final JavaKernel KERNEL = new JavaKernel();

  private IJava() {}

  /** Returns the notebook's kernel. */
  public static JavaKernel getKernelInstance() {
    return KERNEL;
  }
}
