package org.dflib.jjava.jupyter.kernel.magic.registry;

/** The magics of the notebook; any thread may call. */
public final class Magics extends io.github.spencerpark.jupyter.kernel.magic.registry.Magics {

  /** Notebooks get the kernel's. */
  public Magics() {}
}
