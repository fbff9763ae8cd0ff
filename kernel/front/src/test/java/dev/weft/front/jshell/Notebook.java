package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.WorkerSettings.WorkerStart;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import dev.weft.testkit.scenario.Observed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Runs cells one after the other, as a person would. */
final class Notebook implements AutoCloseable {

  private static final Pattern LIBRARIES =
      Pattern.compile("[-/](library|compat)(-[^/]*\\.jar|/target/.*classes|\\.jar)/?$");

  final JShellInterpreter interpreter;
  private final StringBuilder output = new StringBuilder();
  private final StringBuilder errors = new StringBuilder();
  private final List<DisplayData> displayed = new CopyOnWriteArrayList<>();
  private Consumer<String> onOutput = text -> {};
  private volatile int cells;

  Notebook(WorkerLauncher launcher, Duration gracePeriod) {
    this(new WorkerStart(options -> launcher, WorkerOptions.of(Path.of("none"))), gracePeriod);
  }

  Notebook(WorkerStart start, Duration gracePeriod) {
    interpreter = JShellInterpreter.start(start, gracePeriod, libraries(), new Sink());
  }

  Notebook(KernelOptions chosen, WorkerOptions worker) {
    interpreter = JShellInterpreter.start(worker, chosen, libraries(), new Sink());
  }

  /**
   * Starts a notebook whose workers are in this JVM.
   *
   * @param workers takes each that is started
   */
  static Notebook local(Collection<LocalWorker> workers) {
    return new Notebook(
        listener -> {
          LocalWorker worker = new LocalWorker(listener);
          workers.add(worker);
          return worker;
        },
        Duration.ofSeconds(60));
  }

  /** Starts a notebook whose worker is a JVM, as a kernel's is. */
  static Notebook withWorkerJvm() {
    Path jar = Path.of("target", "home", "worker", "weft-worker.jar").toAbsolutePath();
    WorkerStart start = new WorkerStart(WorkerLauncher::of, WorkerOptions.of(jar));
    return new Notebook(start, Duration.ofSeconds(5));
  }

  /** Returns what user code compiles against, as this test has it on its own class path. */
  static List<Path> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(e -> LIBRARIES.matcher(e).find())
        .map(Path::of)
        .toList();
  }

  private final class Sink implements OutputSink {
    @Override
    public void stream(long cell, String name, String text) {
      synchronized (output) {
        (name.equals("stdout") ? output : errors).append(text);
      }
      onOutput.accept(text);
    }

    @Override
    public void display(long cell, DisplayData data, Optional<String> id, boolean update) {
      displayed.add(data);
    }

    @Override
    public void clear(long cell, boolean wait) {}

    @Override
    public void requestInput(long cell, String prompt, boolean password) {}
  }

  void onOutput(Consumer<String> listener) {
    onOutput = listener;
  }

  CellResult run(String code) {
    int number = nextCell();
    cells = number;
    return interpreter.execute(new Cell(number, number, code, false, true));
  }

  /** Returns the number of the cell that is run next. */
  int nextCell() {
    return cells + 1;
  }

  /** Interrupts the cell that runs. */
  void interrupt() {
    interpreter.interrupt(cells);
  }

  /** Runs a cell that must succeed and returns its value as text, empty without one. */
  String value(String code) {
    CellResult result = run(code);
    if (result instanceof CellResult.Unsuccessful failed) {
      throw new AssertionError(String.join("\n", failed.traceback()) + "\n" + failed);
    }
    return text(result);
  }

  /** Runs a cell and returns all that it did. */
  Observed observe(String code) {
    int printed = output().length();
    int noted = errors().length();
    CellResult result = run(code);
    return new Observed(
        result instanceof CellResult.Unsuccessful error ? error.errorName() : "",
        result instanceof CellResult.Unsuccessful error
            ? error.errorValue() + "\n" + plain(error)
            : "",
        text(result),
        output().substring(printed),
        Observed.plain(errors().substring(noted)));
  }

  private static String text(CellResult result) {
    return result instanceof CellResult.Ok(Optional<DisplayData> value)
        ? value.map(d -> d.data().get(DisplayData.TEXT)).orElse("")
        : "";
  }

  CellResult.Failed failure(String code) {
    return assertInstanceOf(CellResult.Failed.class, run(code));
  }

  /** Returns an error's lines without colours. */
  static String plain(CellResult result) {
    String text = String.join("\n", ((CellResult.Unsuccessful) result).traceback());
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  String output() {
    synchronized (output) {
      return output.toString();
    }
  }

  /** Returns what was printed on standard output by running a cell that must succeed. */
  String printed(String code) {
    int before = output().length();
    value(code);
    return output().substring(before);
  }

  /** Returns what was displayed last. */
  DisplayData displayed() {
    return displayed.getLast();
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
