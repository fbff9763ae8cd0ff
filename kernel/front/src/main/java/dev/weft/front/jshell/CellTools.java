package dev.weft.front.jshell;

import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Names;
import dev.weft.front.remote.WorkerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A compiler, what the notebook has declared with it, and what knows that. */
record CellTools(
    Compiler compiler,
    Declarations declarations,
    TemporaryVariables temporaries,
    Annex annex,
    CellSplitter splitter,
    WaitingSnippets waiting,
    CellNotes notes,
    CompileErrors compileErrors,
    CodeQuestions questions) {

  /**
   * What stays when the compiler is replaced by another.
   *
   * @param libraries what user code is compiled against
   * @param names what names mean now
   */
  record Setting(
      WorkerSession session,
      CellPresentation view,
      OutputSink sink,
      FailedCells failedCells,
      MagicRegistry registry,
      List<Path> libraries,
      Supplier<Names> names) {}

  /** Makes the tools for a compiler that has declared nothing. */
  static CellTools of(Compiler compiler, Setting setting) {
    Origins origins =
        new Origins(compiler.shell().sourceCodeAnalysis(), compiler.control(), setting.view());
    Declarations declarations = new Declarations(compiler.shell(), compiler.control(), origins);
    WaitingSnippets waiting = new WaitingSnippets(compiler.shell());
    TypeIndex types = new TypeIndex(compiler.control()::classPath);
    Hints hints = new Hints(compiler.shell(), setting.failedCells(), types);
    NotebookViews views = new NotebookViews(compiler, declarations, setting.libraries());
    return new CellTools(
        compiler,
        declarations,
        new TemporaryVariables(compiler, declarations),
        new Annex(compiler),
        new CellSplitter(compiler.shell().sourceCodeAnalysis()),
        waiting,
        new CellNotes(setting.sink(), waiting, hints),
        new CompileErrors(hints),
        new CodeQuestions(views, compiler.setup(), setting));
  }
}
