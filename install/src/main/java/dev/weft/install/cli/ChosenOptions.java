package dev.weft.install.cli;

import dev.weft.front.options.JvmArgs;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.Option;
import dev.weft.install.spec.CommandFailure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of a kernel that {@code weft install} writes into the kernelspec's environment. */
final class ChosenOptions {

  @picocli.CommandLine.Option(
      names = "--compiler-arg",
      paramLabel = "OPTION",
      description = "An option for the compiler, such as -parameters; repeatable.")
  private List<String> compilerArgs = new ArrayList<>();

  @picocli.CommandLine.Option(
      names = "--class-path",
      paramLabel = "PATTERN",
      description = "Jars or folders for your code, such as '~/lib/*.jar'; repeatable.")
  private List<String> classPath = new ArrayList<>();

  @picocli.CommandLine.Option(
      names = "--startup-script",
      paramLabel = "FILE",
      description = "A file to run before the first cell; repeatable.")
  private List<Path> scripts = new ArrayList<>();

  @picocli.CommandLine.Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long one statement may take, such as '30 SECONDS'.")
  private @Nullable String timeout;

  /**
   * Returns the variables that give these options.
   *
   * @throws CommandFailure if one is not right
   */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    if (!compilerArgs.isEmpty()) {
      variables.put(Option.COMPILER_OPTS.variable(), JvmArgs.join(compilerArgs));
    }
    if (!classPath.isEmpty()) {
      variables.put(Option.CLASSPATH.variable(), String.join(File.pathSeparator, classPath));
    }
    if (!scripts.isEmpty()) {
      List<String> paths = scripts.stream().map(ChosenOptions::script).toList();
      variables.put(Option.STARTUP_SCRIPTS_PATH.variable(), String.join(File.pathSeparator, paths));
    }
    if (timeout != null) {
      variables.put(Option.TIMEOUT.variable(), time(timeout));
    }
    return variables;
  }

  private static String script(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("there is no start-up file " + file);
    }
    return file.toAbsolutePath().normalize().toString().replace('\\', '/');
  }

  private static String time(String text) {
    List<String> problems = KernelOptions.problemsOf(Option.TIMEOUT, text);
    if (!problems.isEmpty()) {
      throw new CommandFailure("--timeout: " + problems.getFirst());
    }
    return text;
  }
}
