package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Something that a jar adds to a notebook.
 *
 * <p>The jar names its implementations in {@code
 * META-INF/services/org.dflib.jjava.jupyter.Extension}.
 */
public interface Extension {

  /** Makes it available; called when the jar has come onto the class path. */
  void install(BaseKernel kernel);

  /** Takes it away. */
  default void uninstall(BaseKernel kernel) {}
}
