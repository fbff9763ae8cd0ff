package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.remote.RemoteExecutionControl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Compiles one cell with JShell; nothing runs yet, what is to run is recorded.
 *
 * <p>After the first error the rest is only checked, so that all errors of the cell are known and
 * nothing more is declared.
 */
final class CellCompiler {

  /** How the compiler names the errors that the limits of class files cause. */
  private static final String LIMIT = "compiler.err.limit.";

  private final JShell shell;
  private final RemoteExecutionControl control;
  private final boolean oneByOne;
  private final Declarations declarations;
  private final TemporaryVariables temporaries;
  private final Annex annex;
  private final Cell cell;
  private final String code;

  private final List<Compilation.Part> parts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /** Names used in pieces that were refused or only checked, which others miss for that reason. */
  private final Set<String> doubtful = new HashSet<>();

  /** Refused by us and not by JShell, which would compile them anew with each piece to come. */
  private final List<Snippet> tooLarge = new ArrayList<>();

  CellCompiler(CellTools tools, Cell cell) {
    shell = tools.compiler().shell();
    control = tools.compiler().control();
    oneByOne = tools.compiler().setup().oneByOne();
    declarations = tools.declarations();
    temporaries = tools.temporaries();
    annex = tools.annex();
    this.cell = cell;
    code = cell.code();
  }

  /**
   * Compiles the pieces; unless that succeeds, the variables are again as they were.
   *
   * @param wantsValue whether the value of the last piece is to be sent back
   */
  Compilation compile(List<Piece> pieces, boolean wantsValue, BooleanSupplier interrupted) {
    List<Statements.Group> groups =
        oneByOne ? Statements.separate(pieces) : Statements.group(pieces);
    pieces.forEach(this::refuseUnreadable);
    if (!problems.isEmpty()) {
      return new Compilation.Erroneous(List.copyOf(problems));
    }
    for (int i = 0; i < groups.size(); i++) {
      if (interrupted.getAsBoolean()) {
        declarations.rollBack(parts, 0);
        return new Compilation.Cancelled();
      }
      compile(groups.get(i), wantsValue && i == groups.size() - 1);
    }
    if (problems.isEmpty()) {
      parts.forEach(this::requireVariables);
    }
    if (problems.isEmpty()) {
      return new Compilation.Compiled(List.copyOf(parts), List.copyOf(warnings));
    }
    tooLarge.forEach(declarations::drop);
    declarations.rollBack(parts, 0);
    return new Compilation.Erroneous(List.copyOf(problems));
  }

  /** What the compiler would not tell, or could not without harm. */
  private void refuseUnreadable(Piece piece) {
    LongLiterals.find(piece, code).ifPresent(problems::add);
    SourceMask.unclosedComment(piece.source())
        .ifPresent(
            at ->
                problems.add(
                    new Problem(
                        piece.toCell(at, code),
                        piece.toCell(at + 2, code),
                        "this comment is never closed: `*/` is missing")));
  }

  private void compile(Statements.Group group, boolean last) {
    if (!problems.isEmpty()) {
      group.pieces().forEach(this::check);
      return;
    }
    switch (group) {
      case Statements.Group.Plain(Piece piece) -> evaluate(piece, last);
      case Statements.Group.Block(List<Piece> pieces) -> evaluateBlock(pieces);
      case Statements.Group.Value(Piece piece) -> {
        if (!evaluateScratch(Scratch.expression(piece), Optional.of(piece), last)) {
          evaluate(piece, last);
        }
      }
    }
  }

  private void evaluateBlock(List<Piece> pieces) {
    if (!evaluateScratch(Scratch.statements(pieces), Optional.empty(), false)) {
      pieces.forEach(this::evaluateOrCheck);
    }
  }

  private void evaluateOrCheck(Piece piece) {
    if (problems.isEmpty()) {
      evaluate(piece, false);
    } else {
      check(piece);
    }
  }

  /**
   * Records that code runs that declares nothing; returns whether it compiles.
   *
   * @param expression whose value it has
   */
  private boolean evaluateScratch(Piece scratch, Optional<Piece> expression, boolean wantsValue) {
    String name = expression.isPresent() ? temporaries.nextName() : Scratch.VARIABLE;
    Optional<Annex.Evaluated> evaluated = compile(scratch, name);
    evaluated.ifPresent(
        code -> {
          String className = control.scratchClass();
          if (wantsValue) {
            control.wantValue(parts.size());
          }
          expression.ifPresent(_ -> temporaries.takeName());
          warnings.addAll(
              Problems.warnings(
                  code.shell().diagnostics(code.snippet()).toList(), scratch, this.code));
          warnings.addAll(StringComparison.find(scratch, this.code, shell));
          declarations.origins().ran(className, code.snippet(), scratch, cell);
          parts.add(
              Compilation.Part.ofScratch(
                  expression.map(e -> new TemporaryVariables.Value(name, e, className))));
        });
    return evaluated.isPresent();
  }

  private Optional<Annex.Evaluated> compile(Piece scratch, String name) {
    Optional<Annex.Evaluated> there = annex.evaluate(parts.size(), name, scratch);
    if (there.isPresent()) {
      return there;
    }
    control.beginScratch(parts.size(), Scratch.VARIABLE, name);
    List<SnippetEvent> events = shell.eval(scratch.source());
    if (events.stream()
        .flatMap(e -> shell.diagnostics(e.snippet()))
        .anyMatch(CellCompiler::isLimit)) {
      discardTables();
    }
    return events.stream()
        .filter(event -> event.causeSnippet() == null && event.status() == Status.VALID)
        .map(event -> new Annex.Evaluated(shell, event.snippet()))
        .findFirst();
  }

  /** Declares a piece and records what runs; returns whether it compiles. */
  private boolean evaluate(Piece piece, boolean wantsValue) {
    control.beginPiece(parts.size());
    List<Snippet> snippets = new ArrayList<>();
    List<Variables.Change> changes = new ArrayList<>();
    for (SnippetEvent event : shell.eval(piece.source())) {
      if (event.causeSnippet() != null) {
        declarations.affected(event);
      } else if (event.status() == Status.REJECTED) {
        refuse(piece, shell.diagnostics(event.snippet()).toList());
      } else {
        snippets.add(event.snippet());
        warn(piece, event.snippet());
        refuseTooLarge(piece, event.snippet());
        if (wantsValue && isExpression(event.snippet())) {
          control.wantValue(parts.size());
        }
        declarations.declared(event.snippet(), piece, cell).ifPresent(changes::add);
      }
    }
    parts.add(new Compilation.Part(snippets, changes, Optional.empty()));
    if (problems.isEmpty()) {
      warnings.addAll(StringComparison.find(piece, code, shell));
    }
    return problems.isEmpty();
  }

  private void warn(Piece piece, Snippet snippet) {
    warnings.addAll(Problems.warnings(shell.diagnostics(snippet).toList(), piece, code));
  }

  /** JShell takes what is too large for a class file for something that more code could mend. */
  private void refuseTooLarge(Piece piece, Snippet snippet) {
    List<Diag> limits = shell.diagnostics(snippet).filter(CellCompiler::isLimit).toList();
    if (!limits.isEmpty()) {
      tooLarge.add(snippet);
      refuse(piece, limits);
    }
  }

  private static boolean isLimit(Diag diagnostic) {
    return diagnostic.getCode().startsWith(LIMIT);
  }

  private void discardTables() {
    Compiler.discardTables(shell);
    annex.discardTables();
  }

  private static boolean isExpression(Snippet snippet) {
    return snippet.kind() == Kind.EXPRESSION
        || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  private void refuse(Piece piece, List<Diag> diagnostics) {
    if (diagnostics.stream().anyMatch(CellCompiler::isLimit)) {
      discardTables();
    }
    doubtful.addAll(SourceMask.identifiers(piece.source()));
    List<Problem> found = Problems.of(diagnostics, piece, code);
    problems.addAll(
        found.isEmpty()
            ? List.of(new Problem(piece.toCell(0, code), piece.toCell(1, code), "not valid Java"))
            : found);
  }

  /** Looks for errors in a piece without declaring it. */
  private void check(Piece piece) {
    for (Snippet snippet : shell.sourceCodeAnalysis().sourceToSnippets(piece.source())) {
      List<Diag> diagnostics =
          shell.diagnostics(snippet).filter(d -> !Problems.misses(d, doubtful)).toList();
      problems.addAll(Problems.of(diagnostics, piece, code));
    }
    doubtful.addAll(SourceMask.identifiers(piece.source()));
  }

  /** A variable of a type that nobody has declared can't wait for it as a method can. */
  private void requireVariables(Compilation.Part part) {
    for (Snippet snippet : part.snippets()) {
      if (snippet instanceof VarSnippet variable && !shell.status(variable).isDefined()) {
        String missing = String.join(", ", shell.unresolvedDependencies(variable).toList());
        int at = Math.max(0, code.indexOf(variable.source().strip()));
        Mistake mistake = Mistake.unresolved(missing, variable.source());
        String message = "cannot find symbol: " + missing;
        problems.add(new Problem(at, at + 1, message, Optional.of(mistake)));
      }
    }
  }
}
