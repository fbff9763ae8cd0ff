package dev.weft.install.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.weft.testkit.environment.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Jupyter's commands that start a kernel without a person: {@code kernelspec}, {@code run}. */
@WithJupyter
class CommandsIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void kernelspecListNamesTheKernel(Jupyter jupyter) throws Exception {
    Program.Result list =
        jupyter
            .program("jupyter")
            .with("kernelspec", "list", "--json", "--log-level=50")
            .run(LIMIT);
    JsonObject spec =
        JsonParser.parseString(list.success())
            .getAsJsonObject()
            .getAsJsonObject("kernelspecs")
            .getAsJsonObject(jupyter.kernelName())
            .getAsJsonObject("spec");
    assertEquals("java", spec.get("language").getAsString());
    assertEquals("message", spec.get("interrupt_mode").getAsString());
  }

  @Test
  void runPrintsWhatAFilePrints(Jupyter jupyter) throws Exception {
    Program.Result result =
        runFile(jupyter, "int n = 6;\nSystem.out.println(\"n is \" + n * 7);\n");
    assertTrue(result.success().contains("n is 42\n"), result.output());
  }

  @Test
  void runFailsWithTheFile(Jupyter jupyter) throws Exception {
    Program.Result result = runFile(jupyter, "throw new IllegalStateException(\"on purpose\");");
    assertNotEquals(0, result.exitCode());
    assertTrue(result.output().contains("IllegalStateException"), result.output());
    assertTrue(result.output().contains("on purpose"), result.output());
  }

  /**
   * A child maps the cache into its memory only if it fits its JVM, its options and its classes.
   */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
  void childrenStartFromTheCacheThatTheInstallationHasRecorded(Jupyter jupyter) throws Exception {
    Program.Result result =
        runFile(
            jupyter,
            """
            var child = ChildProcess.start(() -> Files.readString(Path.of("/proc/self/maps")));
            System.out.println("from the cache: " + child.result().contains("child.aot"));
            """);
    assertTrue(result.success().contains("from the cache: true\n"), result.output());
  }

  private Program.Result runFile(Jupyter jupyter, String code)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Cell.java"), code);
    return jupyter
        .program("jupyter")
        .with("run", "--kernel", jupyter.kernelName(), file.toString())
        .run(LIMIT);
  }
}
