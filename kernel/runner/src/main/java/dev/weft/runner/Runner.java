package dev.weft.runner;

import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.runner.RunOptions.Target;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs notebooks without a Jupyter server and shows on a stream what happens.
 *
 * <pre>{@code
 * int exitCode = Runner.run(RunOptions.DEFAULT, List.of(notebook), System.out, interpreters);
 * }</pre>
 */
public final class Runner {
  /** Every notebook ran to its end. */
  public static final int OK = 0;

  /** A notebook could not be read, run to its end or written. */
  public static final int FAILURE = 1;

  /** The options and notebooks given do not fit together; nothing was run. */
  public static final int USAGE = 2;

  private Runner() {}

  /**
   * Runs the notebooks one after another, each in a fresh interpreter, and returns an exit code.
   *
   * <p>Blocks until all have ended. A notebook that fails does not keep the next from being run.
   *
   * @param interpreters starts an interpreter whose output goes to the sink given; what it throws
   *     is reported as a failure of the notebook
   */
  public static int run(
      RunOptions options,
      List<Path> notebooks,
      PrintStream out,
      Function<OutputSink, Interpreter> interpreters) {
    return run(options, notebooks, out, (_, _, sink) -> interpreters.apply(sink));
  }

  /**
   * Runs the notebooks as {@link #run(RunOptions, List, PrintStream, Function)} does.
   *
   * @param interpreters starts an interpreter in the notebook's folder, with what it asks for
   */
  public static int run(
      RunOptions options, List<Path> notebooks, PrintStream out, InterpreterStarter interpreters) {
    RunConsole console = new RunConsole(out, options.colour());
    Optional<String> complaint = complaint(options.target(), notebooks);
    if (complaint.isPresent()) {
      console.failure(complaint.get());
      return USAGE;
    }
    RunSummary summary = new RunSummary();
    for (Path notebook : notebooks) {
      new NotebookRun(notebook, options, console, summary).run(interpreters);
    }
    return summary.print(console) ? OK : FAILURE;
  }

  private static Optional<String> complaint(Target target, List<Path> notebooks) {
    if (notebooks.isEmpty()) {
      return Optional.of("No notebook was given");
    }
    return switch (target) {
      case Target.ToFile(Path file) when notebooks.size() > 1 ->
          Optional.of(
              "%d notebooks cannot all go to %s: name a folder for them"
                  .formatted(notebooks.size(), file));
      case Target.ToDirectory(Path directory) -> sameName(directory, notebooks);
      default -> Optional.empty();
    };
  }

  private static Optional<String> sameName(Path directory, List<Path> notebooks) {
    Set<Path> names = new HashSet<>();
    return notebooks.stream()
        .map(notebook -> notebook.toAbsolutePath().getFileName())
        .filter(name -> !names.add(name))
        .findFirst()
        .map(name -> "Two notebooks named %s cannot both go to %s".formatted(name, directory));
  }
}
