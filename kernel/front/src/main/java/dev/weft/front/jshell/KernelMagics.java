package dev.weft.front.jshell;

import dev.weft.front.magic.ClassPathMagics;
import dev.weft.front.magic.HelpMagics;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.maven.MavenMagics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The magics that the kernel brings along. */
final class KernelMagics {

  private KernelMagics() {}

  /**
   * Returns them for one notebook.
   *
   * @param environment where variables that concern magics are looked up
   */
  static MagicRegistry registry(Map<String, String> environment) {
    List<Magic> all = new ArrayList<>(HelpMagics.all());
    all.addAll(ClassPathMagics.all());
    all.addAll(MavenMagics.all(environment));
    return new MagicRegistry(all);
  }
}
