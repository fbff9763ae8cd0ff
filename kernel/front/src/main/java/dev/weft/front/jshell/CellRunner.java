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
import dev.weft.front.magic.Source;
import dev.weft.front.remote.Program;
import dev.weft.front.remote.ProgramOutcome;
import dev.weft.front.remote.WorkerEnd;
import dev.weft.front.remote.WorkerSession;
import dev.weft.link.Thrown;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/** Runs cells: compiles one whole, has the worker run it, and says how it ended. */
final class CellRunner {

  private final Compiler compiler;
  private final WorkerSession session;
  private final Declarations declarations;
  private final TemporaryVariables temporaries;
  private final SourceCodeAnalysis analysis;
  private final CellSplitter splitter;
  private final WaitingSnippets waiting;
  private final CellNotes notes;
  private final CompileErrors compileErrors;
  private final RuntimeErrors errors;
  private final FailedCells failedCells = new FailedCells();
  private final CodeQuestions questions;
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
    this.compiler = compiler;
    this.session = session;
    errors = view.errors();
    analysis = compiler.shell().sourceCodeAnalysis();
    Origins origins = new Origins(analysis, compiler.control(), view);
    declarations = new Declarations(compiler.shell(), compiler.control(), origins);
    temporaries = new TemporaryVariables(compiler, declarations);
    splitter = new CellSplitter(analysis);
    waiting = new WaitingSnippets(compiler.shell());
    TypeIndex types = new TypeIndex(compiler.control()::classPath);
    Hints hints = new Hints(compiler.shell(), failedCells, types);
    notes = new CellNotes(sink, waiting, hints);
    compileErrors = new CompileErrors(hints);
    contexts = contexts(setup, sink);
    magics = new MagicCells(this, splitter, contexts, sink);
    session.serveCalls(new KernelService(magics, contexts));
    NotebookViews views = new NotebookViews(compiler, declarations, setup.libraries());
    questions = new CodeQuestions(views, session, setup.registry(), contexts::names);
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
    ShellSession.Notes shellNotes =
        new ShellSession.Notes(
            compiler.shell(),
            declarations,
            session,
            new LinkedHashSet<>(),
            setup.loadsExtensions());
    WorkerSettings settings = new WorkerSettings(session, setup.start(), declarations);
    return new MagicContexts(setup.registry(), setup.interrupts(), settings, shellNotes, sink);
  }

  /** Runs a cell, for which the session has begun. */
  CellResult execute(Cell cell, Optional<WorkerEnd> idleDeath) {
    idleDeath.ifPresent(
        end -> notes.tell(cell, Reports.diedIdle(end, declarations.variables().names())));
    contexts.began(cell);
    CellSource source = CellSource.of(cell.code());
    source.notes().forEach(text -> notes.tell(cell, text + "\n"));
    CellResult result = execute(source.in(cell));
    if (result instanceof CellResult.Unsuccessful) {
      failedCells.add(cell);
    }
    return result;
  }

  private CellResult execute(Cell cell) {
    return CellParser.mayHaveMagic(cell.code())
        ? magics.execute(cell)
        : run(new JavaCode(cell, splitter.split(cell.code()), true));
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
    code.pieces().forEach(piece -> temporaries.declareUsed(piece.source()));
    List<Piece> pieces =
        code.pieces().stream()
            .filter(piece -> !DefaultImports.covers(piece))
            .map(RecordConstructors::open)
            .toList();
    CellCompiler cellCompiler = new CellCompiler(compiler, declarations, temporaries, cell);
    return switch (cellCompiler.compile(pieces, code.wantsValue(), session::isInterrupted)) {
      case Compilation.Compiled(List<Compilation.Part> parts, List<Problem> warnings) -> {
        notes.warnings(cell, warnings);
        yield run(cell, parts);
      }
      case Compilation.Erroneous(List<Problem> problems) -> {
        settle(cell);
        yield compileErrors.result(cell.code(), problems);
      }
      case Compilation.Cancelled() -> {
        settle(cell);
        yield Reports.interrupted();
      }
    };
  }

  Completion complete(String code, int cursor) {
    temporaries.declareCompletable(code);
    return questions.complete(code, cursor);
  }

  Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
    temporaries.declareCompletable(code);
    return questions.inspect(code, cursor, detailed);
  }

  Completeness isComplete(String code) {
    return CellParser.mayHaveMagic(code)
        ? CompletenessCheck.ofMagics(compiler.shell(), code, contexts.names())
        : CompletenessCheck.check(compiler.shell(), code);
  }

  private CellResult run(Cell cell, List<Compilation.Part> parts) {
    noteUnresolved(cell, parts);
    ProgramOutcome outcome = run(compiler.control().take(cell.id(), cell.allowStdin()));
    for (Compilation.Part part : parts) {
      part.snippets().forEach(temporaries::ran);
      if (outcome instanceof ProgramOutcome.Completed) {
        part.value().ifPresent(temporaries::ran);
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
          Reports.died(end, byInterrupt, declarations.variables().names());
    };
  }

  private void undoFrom(Cell cell, List<Compilation.Part> parts, int from) {
    declarations.rollBack(parts, from);
    settle(cell);
  }

  /** Makes the worker know what JShell knows, without running code of the cell. */
  void settle(Cell cell) {
    Program program = compiler.control().take(cell.id(), false).withoutInvokes();
    if (!program.requests().isEmpty()) {
      run(program);
    }
    noteLost(cell);
  }

  private ProgramOutcome run(Program program) {
    ProgramOutcome.Report report = session.run(program);
    declarations.lost(report.notCopied());
    return report.outcome();
  }

  private CellResult failed(Thrown thrown) {
    Optional<String> needs = Optional.empty();
    if (thrown.unresolvedSnippet().isPresent()) {
      needs = waiting.describe(thrown.unresolvedSnippet().getAsInt());
    }
    return needs.isPresent() ? errors.unresolved(needs.get(), thrown) : errors.result(thrown);
  }

  private void noteUnresolved(Cell cell, List<Compilation.Part> parts) {
    Stream<Snippet> own = parts.stream().flatMap(part -> part.snippets().stream());
    notes.waiting(cell, Stream.concat(own, declarations.takeBroken().stream()));
  }

  private void noteLost(Cell cell) {
    List<String> lost = declarations.takeLost();
    if (!lost.isEmpty()) {
      notes.tell(cell, Reports.lost(lost));
    }
  }
}
