package org.dflib.jjava;

import org.dflib.jjava.kernel.JavaNotebookStatics;

/** The way from a notebook's code to its kernel. */
public final class JJava {

  private JJava() {}

  /** Returns the notebook's kernel. */
  public static JavaKernel getKernelInstance() {
    return JavaNotebookStatics.kernel();
  }
}
