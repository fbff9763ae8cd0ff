package org.dflib.jjava;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The name that the kernel's class had first. */
public abstract class JavaKernel extends BaseKernel {

  /** For the class that has taken its place. */
  protected JavaKernel() {}
}
