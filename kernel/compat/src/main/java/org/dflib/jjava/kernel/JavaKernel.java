package org.dflib.jjava.kernel;

/** What notebooks ask of their kernel; any thread may call while a cell runs. */
public final class JavaKernel extends org.dflib.jjava.JavaKernel {

  JavaKernel() {}
}
