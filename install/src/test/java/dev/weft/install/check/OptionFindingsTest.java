package dev.weft.install.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionFindingsTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("weft.properties"), "timeout = 5 MINUTES\n");
  }

  private List<Finding> find(Map<String, String> environment, Map<String, String> own) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("WEFT_CONFIG", file.toString());
    return OptionFindings.of("kernel 'java'", all, own);
  }

  @Test
  void eachOptionIsToldWithItsSource() {
    List<Finding> findings =
        find(Map.of("IJAVA_COMPILER_OPTS", "-parameters"), Map.of("WEFT_JVM_OPTS", "-Xmx1g"));
    assertEquals(
        List.of(
            "kernel 'java' has JVM options -Xmx1g (from WEFT_JVM_OPTS)",
            "kernel 'java' has compiler options -parameters (from IJAVA_COMPILER_OPTS)",
            "kernel 'java' has time limit 5 MINUTES (from " + file + ")"),
        findings.stream().map(Finding::what).toList());
    assertEquals(
        List.of(Finding.Level.GOOD), findings.stream().map(Finding::level).distinct().toList());
  }

  @Test
  void theKernelspecPrevailsOverTheShell() {
    List<Finding> findings =
        find(Map.of("WEFT_TIMEOUT", "1 SECONDS"), Map.of("WEFT_TIMEOUT", "2 SECONDS"));
    assertEquals(
        List.of("kernel 'java' has time limit 2 SECONDS (from WEFT_TIMEOUT)"),
        findings.stream().map(Finding::what).toList());
  }

  @Test
  void whatCanNotHoldIsToldWithARemedy() {
    List<Finding> findings = find(Map.of("WEFT_TIMEOUT", "soon"), Map.of());
    Finding last = findings.getLast();
    assertEquals(Finding.Level.NOTE, last.level());
    assertEquals(Optional.of("see kernel/docs/guide/options.md"), last.remedy());
  }
}
