package dev.weft.front.jshell;

import dev.weft.testkit.scenario.ScenarioFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The scenarios in this JVM, with a worker that is a thread. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");

  /** Notebooks that run the scenarios of a file each. */
  private final List<Notebook> notebooks = new ArrayList<>();

  @AfterAll
  void stop() {
    notebooks.forEach(Notebook::close);
  }

  @TestFactory
  Stream<DynamicContainer> scenarios() {
    return ScenarioFile.list(FOLDER).stream()
        .map(file -> DynamicContainer.dynamicContainer(file.getFileName().toString(), tests(file)));
  }

  private Stream<DynamicTest> tests(Path file) {
    Notebook notebook = new Notebook(LocalWorker::new, Duration.ofSeconds(60));
    notebooks.add(notebook);
    return ScenarioFile.read(file).stream()
        .filter(scenario -> !scenario.name().startsWith("real: "))
        .map(s -> DynamicTest.dynamicTest(s.name(), () -> s.run(notebook::observe)));
  }
}
