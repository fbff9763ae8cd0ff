package dev.weft.install.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The test cases of one of our Python modules, run by {@code unittest} in Jupyter's environment.
 */
final class PythonTests {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** How one test ended; status is {@code passed}, {@code failed} or {@code skipped}. */
  record End(String name, String status, String detail) {}

  private PythonTests() {}

  /**
   * Runs a module and gives each of its tests as a test of its own.
   *
   * @param names what must have run, no more and no less
   * @param skips reasons by name of the tests that must be skipped
   */
  static Stream<DynamicTest> run(
      Jupyter jupyter, String module, List<String> names, Map<String, String> skips)
      throws IOException, InterruptedException {
    List<End> ends = ends(jupyter, module);
    DynamicTest all = DynamicTest.dynamicTest("all have run", () -> checkNames(names, ends));
    return Stream.concat(Stream.of(all), ends.stream().map(end -> test(end, skips)));
  }

  private static List<End> ends(Jupyter jupyter, String module)
      throws IOException, InterruptedException {
    Path report = Files.createTempFile(module, ".json");
    try {
      Path runner = Jupyter.resource("/clients/run_tests.py");
      jupyter
          .program("python")
          .with(runner.toString(), module, report.toString())
          .run(LIMIT)
          .success();
      return List.of(new Gson().fromJson(Files.readString(report), End[].class));
    } finally {
      Files.delete(report);
    }
  }

  private static void checkNames(List<String> names, List<End> ends) {
    TreeSet<String> ran =
        ends.stream().map(PythonTests::shortName).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(names), ran);
  }

  private static DynamicTest test(End end, Map<String, String> skips) {
    String expected = skips.containsKey(shortName(end)) ? "skipped" : "passed";
    return DynamicTest.dynamicTest(
        end.name(), () -> assertEquals(expected, end.status(), end.detail()));
  }

  private static String shortName(End end) {
    return end.name().substring(end.name().lastIndexOf('.') + 1);
  }
}
