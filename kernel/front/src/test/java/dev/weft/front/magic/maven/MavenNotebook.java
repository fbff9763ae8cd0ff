package dev.weft.front.magic.maven;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.JShellInterpreter;
import dev.weft.front.remote.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A notebook with a real worker, whose Maven has settings and a local repository of its own. */
final class MavenNotebook implements AutoCloseable {

  private static final Path HOME = Path.of("target", "home", "worker").toAbsolutePath();

  final JShellInterpreter interpreter;
  final Path folder;
  private final StringBuilder output = new StringBuilder();
  private final StringBuilder errors = new StringBuilder();
  final List<DisplayData> displays = new ArrayList<>();
  private int cells;

  MavenNotebook(Path folder, String url) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Path settings = folder.resolve("settings.xml");
    Files.writeString(settings, "<settings>" + TestMaven.mirror(url) + "</settings>");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("WEFT_MAVEN_SETTINGS", settings.toString());
    environment.put("WEFT_MAVEN_REPO", folder.resolve("local").toString());
    WorkerOptions options =
        WorkerOptions.of(HOME.resolve("weft-worker.jar"))
            .withEnvironment(environment)
            .withWorkingDirectory(folder);
    interpreter =
        JShellInterpreter.start(
            options,
            List.of(HOME.resolve("weft-library.jar"), HOME.resolve("weft-compat.jar")),
            new Sink());
  }

  private final class Sink implements OutputSink {
    @Override
    public void stream(long cell, String name, String text) {
      synchronized (output) {
        (name.equals("stdout") ? output : errors).append(text);
      }
    }

    @Override
    public void display(long cell, DisplayData data, Optional<String> id, boolean update) {
      displays.add(data);
    }

    @Override
    public void clear(long cell, boolean wait) {}

    @Override
    public void requestInput(long cell, String prompt, boolean password) {}
  }

  CellResult run(String code) {
    cells++;
    return interpreter.execute(new Cell(cells, cells, code, false, false));
  }

  /** Interrupts the cell that runs. */
  void interrupt() {
    interpreter.interrupt(cells);
  }

  /** Runs a cell that must succeed and returns its value as text, empty without one. */
  String value(String code) {
    CellResult result = run(code);
    if (result instanceof CellResult.Unsuccessful failed) {
      throw new AssertionError(String.join("\n", failed.traceback()) + "\n" + failed + errors());
    }
    return ((CellResult.Ok) result).value().map(d -> d.data().get(DisplayData.TEXT)).orElse("");
  }

  /** Runs a cell that must fail and returns what it says. */
  String failure(String code) {
    CellResult result = run(code);
    if (result instanceof CellResult.Unsuccessful failed) {
      return failed.errorName() + ": " + failed.errorValue();
    }
    throw new AssertionError(code + " did not fail");
  }

  String output() {
    synchronized (output) {
      return output.toString();
    }
  }

  String errors() {
    synchronized (output) {
      return errors.toString();
    }
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
