package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.Source;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What happens before the first cell: jars are added, files and code that the user has chosen run.
 *
 * <p>What goes wrong is told under the first cell, which then runs all the same.
 */
final class StartUp {

  private final KernelOptions chosen;
  private final OutputSink sink;

  /** What is to be told; added to by the thread that starts the compiler. */
  private final List<String> problems = new CopyOnWriteArrayList<>();

  private boolean done;

  StartUp(KernelOptions chosen, OutputSink sink) {
    this.chosen = chosen;
    this.sink = sink;
    problems.addAll(chosen.problems());
  }

  /** Takes note of something that the user must know. */
  void problem(String sentence) {
    problems.add(sentence);
  }

  /** Does all that, once, on behalf of the cell that comes first. */
  void before(Cell first, CellRunner runner) {
    if (done) {
      return;
    }
    done = true;
    problems.forEach(problem -> tell(first, problem));
    addClassPath(first, runner);
    for (Path file : chosen.startupFiles()) {
      run(first, file, runner);
    }
    if (!chosen.startupCode().isBlank()) {
      run(first, Source.ofFile(Option.STARTUP_SCRIPT.title(), chosen.startupCode()), runner);
    }
  }

  private void addClassPath(Cell first, CellRunner runner) {
    for (Path entry : chosen.classPath()) {
      try {
        runner.addToClassPath(first, List.of(entry));
      } catch (MagicException e) {
        tell(first, "The class path goes without it: " + e.text());
      }
    }
  }

  private void run(Cell first, Path file, CellRunner runner) {
    try {
      run(first, Source.ofFile(file.getFileName().toString(), Files.readString(file)), runner);
    } catch (IOException e) {
      tell(first, "The start-up file " + file + " can't be read: " + e.getMessage());
    }
  }

  private void run(Cell first, Source source, CellRunner runner) {
    if (runner.runFile(first, source) instanceof CellResult.Unsuccessful failed) {
      tell(
          first,
          "Before the first cell, "
              + source.file().orElse("code")
              + " failed:\n"
              + String.join("\n", failed.traceback()));
    }
  }

  private void tell(Cell first, String text) {
    sink.stream(first.id(), "stderr", text + "\n");
  }
}
