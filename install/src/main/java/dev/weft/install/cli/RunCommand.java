package dev.weft.install.cli;

import dev.weft.install.spec.CommandFailure;
import dev.weft.runner.RunOptions;
import dev.weft.runner.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weft run}: runs notebooks in the terminal, each with the options that it asks for. */
@Command(name = "run", description = "Run notebooks here, without Jupyter and Python.")
final class RunCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "The .ipynb files to run.")
  private List<Path> notebooks = new ArrayList<>();

  @ArgGroup private @Nullable Output output;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "A value for the notebook's parameters; repeatable.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "The longest time that one cell may take.")
  private @Nullable Integer timeout;

  @Option(names = "--allow-errors", description = "Go on after a cell that failed.")
  private boolean allowErrors;

  RunCommand(Context context) {
    this.context = context;
  }

  /** Where executed notebooks go: at most one of these. */
  private static final class Output {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Write the executed notebook to this file, or into this folder.")
    private @Nullable Path file;

    @Option(names = "--inplace", description = "Replace the notebooks by the executed ones.")
    private boolean inPlace;
  }

  @Override
  public Integer call() {
    for (Path notebook : notebooks) {
      if (!Files.isRegularFile(notebook)) {
        throw new CommandFailure("there is no notebook " + notebook);
      }
    }
    Optional<Duration> limit =
        timeout == null ? Optional.empty() : Optional.of(Duration.ofSeconds(timeout));
    RunOptions options =
        new RunOptions(target(), allowErrors, limit, false, context.colour(), parameters);
    return Runner.run(options, notebooks, context.out(), context.interpreters());
  }

  private RunOptions.Target target() {
    if (output == null) {
      return new RunOptions.Target.Nowhere();
    }
    if (output.inPlace) {
      return new RunOptions.Target.InPlace();
    }
    Path file = Objects.requireNonNull(output.file, "one option of the group is set");
    return Files.isDirectory(file)
        ? new RunOptions.Target.ToDirectory(file)
        : new RunOptions.Target.ToFile(file);
  }
}
