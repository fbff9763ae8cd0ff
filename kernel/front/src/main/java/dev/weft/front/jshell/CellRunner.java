package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Completeness;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Inspection;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.magic.CellParser;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Names;
import dev.weft.front.magic.Source;
import dev.weft.front.remote.Program;
import dev.weft.front.remote.ProgramOutcome;
import dev.weft.front.remote.WorkerEnd;
import dev.weft.front.remote.WorkerSession;
import dev.weft.link.Command;
import dev.weft.link.Thrown;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.Snippet;

/** Runs cells: compiles one whole, has the worker run it, and says how it ended. */
final class CellRunner {

  private final WorkerSession session;
  private final CellPresentation view;
  private final FailedCells failedCells = new FailedCells();
  private final Workbench workbench;
  private final MagicContexts contexts;
  private final MagicCells magics;

  /** A runner of cells whose magics are those of the registry. */
  @SuppressWarnings("this-escape") // the others use it only when a cell runs
  CellRunner(
      Compiler compiler,
      WorkerSession session,
      CellPresentation view,
      OutputSink sink,
      MagicSetup setup) {
    this.session = session;
    this.view = view;
    workbench =
        new Workbench(
            compiler,
            new CellTools.Setting(
                session,
                view,
                sink,
                failedCells,
                setup.registry(),
                setup.libraries(),
                this::names));
    contexts = contexts(setup, sink);
    magics = new MagicCells(this, contexts, sink);
    session.serveCalls(new KernelService(magics, contexts));
  }

  /**
   * What magics need besides.
   *
   * @param start how workers are started
   * @param libraries what user code is compiled against
   * @param loadsExtensions whether extensions in added jars are installed
   */
  record MagicSetup(
      MagicRegistry registry,
      Interrupts interrupts,
      WorkerSettings.WorkerStart start,
      List<Path> libraries,
      boolean loadsExtensions) {}

  private MagicContexts contexts(MagicSetup setup, OutputSink sink) {
    Set<Path> classPath = new LinkedHashSet<>();
    Supplier<ShellSession.Notes> notes =
        () ->
            new ShellSession.Notes(
                tools().compiler().shell(),
                tools().declarations(),
                session,
                classPath,
                setup.loadsExtensions());
    WorkerSettings settings = new WorkerSettings(session, setup.start(), workbench);
    return new MagicContexts(setup.registry(), setup.interrupts(), settings, notes, sink);
  }

  private Names names() {
    return contexts.names();
  }

  private CellTools tools() {
    return workbench.tools();
  }

  /** Returns the pieces of a part of a cell that begins at an offset and was edited. */
  List<Piece> split(String code, int offset, Edits edits) {
    return tools().splitter().split(code, offset, edits);
  }

  /** Returns what a fresh worker must be told. */
  List<Command.Request> restore() {
    return tools().compiler().control().restore();
  }

  /** Runs a cell, for which the session has begun. */
  CellResult execute(Cell cell, Optional<WorkerEnd> idleDeath) {
    idleDeath.ifPresent(
        end ->
            tools()
                .notes()
                .tell(cell, Reports.diedIdle(end, tools().declarations().variables().names())));
    contexts.began(cell);
    CellSource source = CellSource.of(cell.code());
    source.notes().forEach(text -> tools().notes().tell(cell, text + "\n"));
    CellResult result = execute(source.in(cell));
    if (result instanceof CellResult.Unsuccessful) {
      failedCells.add(cell);
    }
    return result;
  }

  private CellResult execute(Cell cell) {
    return CellParser.mayHaveMagic(cell.code())
        ? magics.execute(cell)
        : run(new JavaCode(cell, split(cell.code(), 0, Edits.NONE), true));
  }

  /** Runs a file on behalf of a cell, magics in it included. */
  CellResult runFile(Cell cell, Source file) {
    Cell ofFile = new Cell(cell.id(), cell.executionCount(), file.text(), true, false);
    return magics.run(ofFile, file, false);
  }

  /** Adds jars and folders to the class path on behalf of a cell. */
  void addToClassPath(Cell cell, List<Path> entries) throws MagicException {
    contexts.of(cell, magics).java().addToClassPath(entries);
  }

  /** Compiles Java of a cell whole, and runs it. */
  CellResult run(JavaCode code) {
    Cell cell = code.cell();
    code.pieces().forEach(piece -> tools().temporaries().declareUsed(piece.source()));
    List<Piece> pieces =
        code.pieces().stream()
            .filter(piece -> !DefaultImports.covers(piece))
            .map(RecordConstructors::open)
            .map(CompatImports::complete)
            .toList();
    CellCompiler cellCompiler = new CellCompiler(tools(), cell);
    return switch (cellCompiler.compile(pieces, code.wantsValue(), session::isInterrupted)) {
      case Compilation.Compiled(List<Compilation.Part> parts, List<Problem> warnings) -> {
        tools().notes().warnings(cell, warnings);
        yield run(cell, parts);
      }
      case Compilation.Erroneous(List<Problem> problems) -> {
        settle(cell);
        yield tools().compileErrors().result(cell.code(), problems);
      }
      case Compilation.Cancelled() -> {
        settle(cell);
        yield Reports.interrupted();
      }
    };
  }

  Completion complete(String code, int cursor) {
    tools().temporaries().declareCompletable(code);
    return tools().questions().complete(code, cursor);
  }

  Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
    tools().temporaries().declareCompletable(code);
    return tools().questions().inspect(code, cursor, detailed);
  }

  Completeness isComplete(String code) {
    return CellParser.mayHaveMagic(code)
        ? CompletenessCheck.ofMagics(tools().compiler().shell(), code, contexts.names())
        : CompletenessCheck.check(tools().compiler().shell(), code);
  }

  private CellResult run(Cell cell, List<Compilation.Part> parts) {
    noteUnresolved(cell, parts);
    ProgramOutcome outcome = run(tools().compiler().control().take(cell.id(), cell.allowStdin()));
    for (Compilation.Part part : parts) {
      part.snippets().forEach(tools().temporaries()::ran);
      if (outcome instanceof ProgramOutcome.Completed) {
        part.value().ifPresent(tools().temporaries()::ran);
      }
    }
    CellResult result = result(cell, parts, outcome);
    noteLost(cell);
    return result;
  }

  private CellResult result(Cell cell, List<Compilation.Part> parts, ProgramOutcome outcome) {
    return switch (outcome) {
      case ProgramOutcome.Completed(Optional<DisplayData> value) -> new CellResult.Ok(value);
      case ProgramOutcome.Threw(int part, Thrown thrown) -> {
        undoFrom(cell, parts, part);
        yield failed(thrown);
      }
      case ProgramOutcome.Stopped(int part) -> {
        undoFrom(cell, parts, part);
        yield session.takeTimedOut().map(Reports::timedOut).orElseGet(Reports::interrupted);
      }
      case ProgramOutcome.Died(WorkerEnd end, boolean byInterrupt) ->
          Reports.died(end, byInterrupt, tools().declarations().variables().names());
    };
  }

  private void undoFrom(Cell cell, List<Compilation.Part> parts, int from) {
    tools().declarations().rollBack(parts, from);
    settle(cell);
  }

  /** Makes the worker know what JShell knows, without running code of the cell. */
  void settle(Cell cell) {
    Program program = tools().compiler().control().take(cell.id(), false).withoutInvokes();
    if (!program.requests().isEmpty()) {
      run(program);
    }
    noteLost(cell);
  }

  private ProgramOutcome run(Program program) {
    ProgramOutcome.Report report = session.run(program);
    tools().declarations().lost(report.notCopied());
    return report.outcome();
  }

  private CellResult failed(Thrown thrown) {
    Optional<String> needs = Optional.empty();
    if (thrown.unresolvedSnippet().isPresent()) {
      needs = tools().waiting().describe(thrown.unresolvedSnippet().getAsInt());
    }
    return needs.isPresent()
        ? view.errors().unresolved(needs.get(), thrown)
        : view.errors().result(thrown);
  }

  private void noteUnresolved(Cell cell, List<Compilation.Part> parts) {
    Stream<Snippet> own = parts.stream().flatMap(part -> part.snippets().stream());
    tools().notes().waiting(cell, Stream.concat(own, tools().declarations().takeBroken().stream()));
  }

  private void noteLost(Cell cell) {
    List<String> lost = tools().declarations().takeLost();
    if (!lost.isEmpty()) {
      tools().notes().tell(cell, Reports.lost(lost));
    }
  }
}
