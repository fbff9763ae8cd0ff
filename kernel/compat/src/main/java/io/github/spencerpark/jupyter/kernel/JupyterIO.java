package io.github.spencerpark.jupyter.kernel;

import java.io.InputStream;
import java.io.PrintStream;

/** The streams of a cell: those of {@link System}, and what is shown. */
public final class JupyterIO {

  /** Shows bundles. */
  public final DisplayStream display = new DisplayStream();

  /** Standard output. */
  public final PrintStream out = System.out;

  /** Standard error. */
  public final PrintStream err = System.err;

  /** Standard input. */
  public final InputStream in = System.in;

  JupyterIO() {}

  /** Returns whether there is a cell behind them. */
  public boolean isAttached() {
    return true;
  }
}
