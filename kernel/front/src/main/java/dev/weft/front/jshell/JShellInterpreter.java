package dev.weft.front.jshell;

import dev.weft.comm.CommMessage;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Completeness;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.InputAnswer;
import dev.weft.front.interpreter.Inspection;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.CellRunner.MagicSetup;
import dev.weft.front.jshell.WorkerSettings.WorkerStart;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.remote.RemoteExecutionControl;
import dev.weft.front.remote.WorkerEnd;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import dev.weft.front.remote.WorkerSession;
import dev.weft.link.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Java cells, compiled in this JVM by JShell and run in a worker JVM.
 *
 * <p>The worker starts first, then the compiler beside it in a thread of its own; the first request
 * waits for both.
 */
public final class JShellInterpreter implements Interpreter {

  private static final Duration GRACE_PERIOD = Duration.ofSeconds(5);

  private final WorkerStart start;
  private final OutputSink sink;
  private final StartUp startUp;
  private final WorkerSession session;
  private final List<Path> libraries;
  private final boolean loadsExtensions;
  private final Interrupts interrupts;
  private final CompletableFuture<Compiler> starting = new CompletableFuture<>();

  /** Whether somebody waits for the compiler, so that it is not to be warmed up first. */
  private final AtomicBoolean wanted = new AtomicBoolean();

  private final RemoteExecutionControl control = new RemoteExecutionControl();

  private final CellPresentation view = new CellPresentation();

  /** Made by the first call of the thread that runs cells. */
  private @Nullable CellRunner runner;

  private JShellInterpreter(
      WorkerStart start,
      Duration gracePeriod,
      KernelOptions chosen,
      List<Path> libraries,
      OutputSink sink) {
    this.libraries = libraries;
    loadsExtensions = chosen.loadsExtensions();
    this.start = start;
    this.sink = sink;
    startUp = new StartUp(chosen, sink);
    WorkerLauncher first = start.launchers().apply(start.options());
    session = new WorkerSession(first, sink, gracePeriod, this::restore, view);
    chosen.timeLimit().ifPresent(session::limit);
    interrupts = new Interrupts(session);
  }

  /**
   * Starts a worker and a compiler, and returns without waiting for either.
   *
   * @param libraries jars and folders that user code is compiled against
   */
  public static JShellInterpreter start(
      WorkerOptions options, List<Path> libraries, OutputSink sink) {
    return start(options, KernelOptions.NONE, libraries, sink);
  }

  /**
   * Starts a worker and a compiler, and returns without waiting for either.
   *
   * @param chosen what the user has chosen; the JVM's options among them are those of the worker
   * @param libraries jars and folders that user code is compiled against
   */
  public static JShellInterpreter start(
      WorkerOptions options, KernelOptions chosen, List<Path> libraries, OutputSink sink) {
    WorkerOptions worker = options.withJvmArguments(chosen.jvmArguments());
    WorkerStart start = new WorkerStart(WorkerLauncher::of, worker);
    return start(start, GRACE_PERIOD, chosen, libraries, sink);
  }

  static JShellInterpreter start(
      WorkerStart start, Duration gracePeriod, List<Path> libraries, OutputSink sink) {
    return start(start, gracePeriod, KernelOptions.NONE, libraries, sink);
  }

  private static JShellInterpreter start(
      WorkerStart start,
      Duration gracePeriod,
      KernelOptions chosen,
      List<Path> libraries,
      OutputSink sink) {
    JShellInterpreter interpreter =
        new JShellInterpreter(start, gracePeriod, chosen, libraries, sink);
    CompilerSetup setup =
        new CompilerSetup(
            libraries,
            chosen.jvmArguments(),
            chosen.compilerArguments(),
            chosen.timeLimit().isPresent());
    Thread.ofPlatform()
        .daemon()
        .name("compiler-start")
        .start(() -> interpreter.startCompiler(setup));
    return interpreter;
  }

  private void startCompiler(CompilerSetup setup) {
    try {
      Compiler compiler = compiler(setup);
      if (!wanted.get()) {
        compiler.warmUp();
      }
      starting.complete(compiler);
    } catch (RuntimeException | Error e) {
      starting.completeExceptionally(e);
    }
  }

  /** An option that is none must not keep the notebook from running. */
  private Compiler compiler(CompilerSetup setup) {
    try {
      return Compiler.start(control, setup);
    } catch (IllegalArgumentException e) {
      startUp.problem(
          "The compiler goes without its options ("
              + String.join(" ", setup.arguments())
              + "): "
              + e.getMessage());
      return Compiler.start(control, setup.withoutArguments());
    }
  }

  private List<Command.Request> restore() {
    return runner == null ? control.restore() : runner.restore();
  }

  private CellRunner runner() {
    if (runner == null) {
      wanted.set(true);
      MagicSetup setup =
          new MagicSetup(
              KernelMagics.registry(start.options().environment()),
              interrupts,
              start,
              libraries,
              loadsExtensions);
      runner = new CellRunner(starting.join(), session, view, sink, setup);
    }
    return runner;
  }

  @Override
  public CellResult execute(Cell cell) {
    Optional<WorkerEnd> idleDeath = session.begin(cell.id());
    try {
      CellRunner ready = runner();
      startUp.before(cell, ready);
      return ready.execute(cell, idleDeath);
    } finally {
      session.end();
    }
  }

  @Override
  public CellResult evaluate(Cell cell, String expression) {
    Cell question = new Cell(cell.id(), cell.executionCount(), expression, true, false);
    return execute(question);
  }

  @Override
  public Completion complete(String code, int cursor) {
    return runner().complete(code, cursor);
  }

  @Override
  public Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
    return runner().inspect(code, cursor, detailed);
  }

  @Override
  public Completeness isComplete(String code) {
    return runner().isComplete(code);
  }

  @Override
  public void interrupt(long cell) {
    session.interrupt(cell);
    interrupts.asked();
  }

  @Override
  public void provideInput(InputAnswer answer) {
    session.provideInput(answer);
  }

  @Override
  public boolean comm(long number, CommMessage message) {
    return session.comm(number, message);
  }

  @Override
  public void interruptComm() {
    session.interruptComm();
  }

  @Override
  public List<Long> processIds() {
    long own = ProcessHandle.current().pid();
    long worker = session.processId();
    return worker < 0 ? List.of(own) : List.of(own, worker);
  }

  @Override
  public void close() {
    session.close();
  }
}
