package dev.weft.front.jshell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * Keeps the values {@code $1}, {@code $2}, ... of the last bare expressions.
 *
 * <p>JShell imports each living variable into each new snippet, and takes several steps to find a
 * variable's type: so a value becomes a variable only when somebody names it, and old variables are
 * dropped.
 */
final class TemporaryVariables {

  private static final int KEPT = 8;

  /**
   * A value that is not yet a variable.
   *
   * @param expression that it is of
   * @param className of the worker's class that has it in a field of that name
   */
  record Value(String name, Piece expression, String className) {}

  private final Compiler compiler;
  private final Declarations declarations;
  private final Deque<Value> values = new ArrayDeque<>();
  private final Deque<VarSnippet> variables = new ArrayDeque<>();

  TemporaryVariables(Compiler compiler, Declarations declarations) {
    this.compiler = compiler;
    this.declarations = declarations;
  }

  /** Returns the name of the next value. */
  String nextName() {
    return compiler.names().next();
  }

  /** Makes sure that nothing else is given that name. */
  void takeName() {
    compiler.names().take();
  }

  /** Takes note of a value that is there. */
  void ran(Value value) {
    values.addLast(value);
    if (values.size() > KEPT) {
      values.removeFirst();
    }
  }

  /** Takes note of a snippet that has run. */
  void ran(Snippet snippet) {
    if (snippet instanceof VarSnippet variable
        && variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      variables.addLast(variable);
    }
    while (variables.size() > KEPT) {
      VarSnippet oldest = variables.removeFirst();
      if (compiler.shell().sourceCodeAnalysis().dependents(oldest).isEmpty()) {
        declarations.drop(oldest);
      }
    }
  }

  /** Declares the variables that code names. */
  void declareUsed(String code) {
    if (code.indexOf('$') >= 0) {
      Set<String> names = SourceMask.identifiers(code);
      declare(value -> names.contains(value.name()));
    }
  }

  /** Declares all variables, where code may be about to name one. */
  void declareCompletable(String code) {
    if (code.indexOf('$') >= 0) {
      declare(value -> true);
    }
  }

  private void declare(Predicate<Value> wanted) {
    for (Value value : List.copyOf(values)) {
      if (wanted.test(value)) {
        values.remove(value);
        compiler.names().repeat(value.name());
        declarations.adopt(value).ifPresent(this::ran);
        compiler.names().repeatNone();
      }
    }
  }
}
