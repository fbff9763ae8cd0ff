package org.dflib.jjava.jupyter.kernel.magic.common;

import dev.weft.magic.Magics;
import java.util.List;

/** The magic {@code %%writefile}, which Weft has without a registration. */
public final class WriteFile {

  private WriteFile() {}

  /** Writes the body to a file. */
  public static void writefile(List<String> args, String body) {
    Object unused = Magics.cellMagic("writefile", args, body);
  }
}
