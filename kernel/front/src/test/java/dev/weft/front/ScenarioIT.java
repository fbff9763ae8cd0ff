package dev.weft.front;

import dev.weft.testkit.Execution;
import dev.weft.testkit.scenario.Observed;
import dev.weft.testkit.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios with a kernel and a worker in JVMs of their own, as a client sees them. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioIT {

  private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");

  @TempDir Path folder;
  private final List<RealKernel> kernels = new ArrayList<>();

  @AfterAll
  void end() {
    kernels.forEach(RealKernel::close);
  }

  @TestFactory
  Stream<DynamicContainer> scenarios() {
    return ScenarioFile.list(FOLDER).stream()
        .map(file -> DynamicContainer.dynamicContainer(file.getFileName().toString(), tests(file)));
  }

  private Stream<DynamicTest> tests(Path file) {
    RealKernel kernel = start();
    return ScenarioFile.read(file).stream()
        .map(s -> DynamicTest.dynamicTest(s.name(), () -> s.run(code -> observe(kernel, code))));
  }

  private RealKernel start() {
    try {
      kernels.forEach(RealKernel::close);
      kernels.clear();
      RealKernel kernel = RealKernel.start(Files.createTempDirectory(folder, "kernel"));
      kernels.add(kernel);
      return kernel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Observed observe(RealKernel kernel, String code) {
    Execution cell = kernel.run(code);
    StringBuilder told = new StringBuilder(cell.reply().text("evalue"));
    if (!cell.isOk()) {
      cell.reply()
          .content()
          .getAsJsonArray("traceback")
          .forEach(line -> told.append('\n').append(line.getAsString()));
    }
    return new Observed(
        cell.reply().text("ename"),
        Observed.plain(told.toString()),
        cell.result(),
        cell.stream("stdout"),
        Observed.plain(cell.stream("stderr")),
        cell.displays());
  }
}
