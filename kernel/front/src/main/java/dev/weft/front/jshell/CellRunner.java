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
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SourceCodeAnalysis;

/** Runs cells: compiles one whole, has the worker run it, and says how it ended. */
final class CellRunner {

  private final Compiler compiler;
  private final WorkerSession session;
  private final OutputSink sink;
  private final Declarations declarations;
  private final TemporaryVariables temporaries;
  private final SourceCodeAnalysis analysis;
  private final CellSplitter splitter;
  private final CodeQuestions questions;
  private final MagicContexts contexts;
  private final MagicCells magics;

  /** A runner of cells whose magics are those of the registry. */
  @SuppressWarnings("this-escape") // the others use it only when a cell runs
  CellRunner(Compiler compiler, WorkerSession session, OutputSink sink, MagicSetup setup) {
    this.compiler = compiler;
    this.session = session;
    this.sink = sink;
    declarations = new Declarations(compiler.shell(), compiler.control());
    temporaries = new TemporaryVariables(compiler, declarations);
    analysis = compiler.shell().sourceCodeAnalysis();
    splitter = new CellSplitter(analysis);
    contexts = contexts(setup);
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

  private MagicContexts contexts(MagicSetup setup) {
    ShellSession.Notes notes =
        new ShellSession.Notes(
            compiler.shell(),
            declarations,
            session,
            new LinkedHashSet<>(),
            setup.loadsExtensions());
    WorkerSettings settings = new WorkerSettings(session, setup.start(), declarations);
    return new MagicContexts(setup.registry(), setup.interrupts(), settings, notes, sink);
  }

  /** Runs a cell, for which the session has begun. */
  CellResult execute(Cell cell, Optional<WorkerEnd> idleDeath) {
    idleDeath.ifPresent(end -> note(cell, Reports.diedIdle(end, declarations.variables().names())));
    contexts.began(cell);
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
    List<Piece> pieces = code.pieces().stream().filter(p -> !DefaultImports.covers(p)).toList();
    CellCompiler cellCompiler = new CellCompiler(compiler, declarations, temporaries, cell);
    return switch (cellCompiler.compile(pieces, code.wantsValue(), session::isInterrupted)) {
      case Compilation.Compiled(List<Compilation.Part> parts) -> run(cell, parts);
      case Compilation.Erroneous(List<Problem> problems) -> {
        settle(cell);
        yield CompileErrors.result(cell.code(), problems);
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
        ? CompletenessCheck.ofMagics(analysis, code, contexts.names())
        : CompletenessCheck.check(analysis, code);
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
        undoFrom(cell, parts, part + 1);
        yield failed(thrown);
      }
      case ProgramOutcome.Stopped(int part) -> {
        undoFrom(cell, parts, part + 1);
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
    RuntimeErrors errors = new RuntimeErrors(declarations.origins());
    if (thrown.unresolvedSnippet().isPresent()) {
      int id = thrown.unresolvedSnippet().getAsInt();
      Optional<String> needs =
          compiler
              .shell()
              .snippets()
              .filter(s -> s.id().equals(Integer.toString(id)))
              .filter(DeclarationSnippet.class::isInstance)
              .map(s -> unresolved((DeclarationSnippet) s))
              .findFirst();
      if (needs.isPresent()) {
        return errors.unresolved(needs.get(), thrown);
      }
    }
    return new CellResult.Failed(
        errors.name(thrown), thrown.message().orElse(""), errors.traceback(thrown));
  }

  private void noteUnresolved(Cell cell, List<Compilation.Part> parts) {
    for (Compilation.Part part : parts) {
      for (Snippet snippet : part.snippets()) {
        Status status = compiler.shell().status(snippet);
        boolean waits =
            status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
        if (waits && snippet instanceof DeclarationSnippet declaration) {
          note(cell, unresolved(declaration) + "\n");
        }
      }
    }
  }

  private String unresolved(DeclarationSnippet snippet) {
    List<String> missing = compiler.shell().unresolvedDependencies(snippet).toList();
    return Reports.unresolved(snippet, missing);
  }

  private void noteLost(Cell cell) {
    List<String> lost = declarations.takeLost();
    if (!lost.isEmpty()) {
      note(cell, Reports.lost(lost));
    }
  }

  private void note(Cell cell, String text) {
    sink.stream(cell.id(), "stderr", text);
  }
}
