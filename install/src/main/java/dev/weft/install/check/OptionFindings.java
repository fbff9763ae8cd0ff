package dev.weft.install.check;

import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which options hold for a kernel, where each was written, and what is wrong with them. */
final class OptionFindings {

  private OptionFindings() {}

  /**
   * Returns a line for each option that holds, then one for each that can't.
   *
   * @param kernel what the kernel is called in the lines
   * @param environment the variables of whoever starts it
   * @param own the variables of its kernelspec, which prevail
   */
  static List<Finding> of(String kernel, Map<String, String> environment, Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(own);
    List<Finding> findings = new ArrayList<>();
    for (Setting setting : KernelOptions.inForce(all)) {
      String value = setting.option().title() + " " + setting.value().strip();
      findings.add(Finding.good(kernel + " has " + value + " (from " + setting.source() + ")"));
    }
    for (String problem : KernelOptions.read(all, Path.of("")).problems()) {
      findings.add(Finding.note(kernel + ": " + problem, "see kernel/docs/guide/options.md"));
    }
    return findings;
  }
}
