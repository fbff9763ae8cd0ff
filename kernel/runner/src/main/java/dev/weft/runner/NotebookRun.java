package dev.weft.runner;

import dev.weft.front.options.NotebookOptions;
import dev.weft.runner.RunOptions.Target;
import java.nio.file.Path;
import java.util.Optional;

/** One notebook of a run, from file to file. */
final class NotebookRun {
  private final Path source;
  private final RunOptions options;
  private final RunConsole console;
  private final RunSummary summary;

  NotebookRun(Path source, RunOptions options, RunConsole console, RunSummary summary) {
    this.source = source;
    this.options = options;
    this.console = console;
    this.summary = summary;
  }

  void run(InterpreterStarter interpreters) {
    try {
      Notebook notebook = read();
      console.notebookStarted(String.valueOf(source.getFileName()));
      NotebookRunner runner = new NotebookRunner(notebook, options, console);
      NotebookOptions requests = requests(notebook);
      Optional<CellFailure> failure = execute(runner, requests, interpreters);
      Optional<Path> written = write(notebook, failure.isPresent());
      summary.ran(source, runner.cellsRun(), failure, written);
    } catch (NotebookException e) {
      console.failure(e.getMessage());
      summary.unusable(e.getMessage());
    }
  }

  private Notebook read() throws NotebookException {
    Notebook notebook = Notebook.read(source);
    String language = notebook.language().orElse(LanguageInfo.LANGUAGE);
    if (!language.equals(LanguageInfo.LANGUAGE)) {
      throw new NotebookException(
          "%s: its language is %s, only java can be run".formatted(source, language));
    }
    Parameters.inject(notebook, options.parameters());
    return notebook;
  }

  private NotebookOptions requests(Notebook notebook) throws NotebookException {
    try {
      return NotebookRequests.read(notebook.metadata());
    } catch (NotebookException e) {
      throw new NotebookException(source + ": " + e.getMessage(), e);
    }
  }

  private Optional<CellFailure> execute(
      NotebookRunner runner, NotebookOptions requests, InterpreterStarter interpreters)
      throws NotebookException {
    try {
      Path folder = source.toAbsolutePath().resolveSibling("").normalize();
      return runner.run(sink -> interpreters.start(folder, requests, sink));
    } catch (RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      String line = reason.lines().findFirst().orElse("");
      throw new NotebookException("%s: cannot be run: %s".formatted(source, line), e);
    }
  }

  private Optional<Path> write(Notebook notebook, boolean failed) throws NotebookException {
    Optional<Path> target =
        switch (options.target()) {
          case Target.Nowhere() -> Optional.empty();
          case Target.ToFile(Path file) -> Optional.of(file);
          case Target.ToDirectory(Path directory) ->
              Optional.of(directory.resolve(source.toAbsolutePath().getFileName()));
          case Target.InPlace() -> failed ? Optional.empty() : Optional.of(source);
        };
    if (target.isPresent()) {
      notebook.write(target.get());
    }
    return target;
  }
}
