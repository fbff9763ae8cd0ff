package dev.weft.front.jshell;

import dev.weft.front.magic.HelpMagics;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicRegistry;
import java.util.ArrayList;
import java.util.List;

/** The magics that the kernel brings along. */
final class KernelMagics {

  private KernelMagics() {}

  static MagicRegistry registry() {
    List<Magic> all = new ArrayList<>(HelpMagics.all());
    return new MagicRegistry(all);
  }
}
