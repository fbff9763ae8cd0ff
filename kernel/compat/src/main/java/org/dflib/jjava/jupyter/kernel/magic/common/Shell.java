package org.dflib.jjava.jupyter.kernel.magic.common;

import dev.weft.magic.Magics;
import java.util.List;

/** The magic {@code %sh}, which Weft has without a registration: registering this adds nothing. */
public final class Shell {

  private Shell() {}

  /** Runs a command of the shell and returns the lines of its output. */
  public static List<String> sh(List<String> args) {
    return Magics.lineMagic("sh", args);
  }
}
