package dev.weft.front.jshell;

import dev.weft.front.magic.ClassPathMagics;
import dev.weft.front.magic.DisplayMagics;
import dev.weft.front.magic.ExtensionMagics;
import dev.weft.front.magic.FileMagics;
import dev.weft.front.magic.HelpMagics;
import dev.weft.front.magic.HistoryMagics;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.ReferenceMagics;
import dev.weft.front.magic.SessionMagics;
import dev.weft.front.magic.SystemMagics;
import dev.weft.front.magic.ThreadMagics;
import dev.weft.front.magic.TimeMagics;
import dev.weft.front.magic.maven.MavenMagics;
import dev.weft.front.magic.picture.PictureMagics;
import dev.weft.front.magic.process.ProcessMagics;
import dev.weft.front.notebook.NotebookCells;
import dev.weft.front.notebook.ReferenceTimings;
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
    all.addAll(TimeMagics.all());
    all.addAll(SessionMagics.all());
    all.addAll(HistoryMagics.all());
    all.addAll(SystemMagics.all());
    all.addAll(ThreadMagics.all());
    all.addAll(new FileMagics(NotebookCells::read).all());
    all.addAll(new ReferenceMagics(environment, ReferenceTimings::read).all());
    all.addAll(ExtensionMagics.all());
    all.addAll(DisplayMagics.all());
    all.addAll(PictureMagics.all());
    all.addAll(ProcessMagics.all());
    all.addAll(ClassPathMagics.all());
    all.addAll(MavenMagics.all(environment));
    return new MagicRegistry(all);
  }
}
