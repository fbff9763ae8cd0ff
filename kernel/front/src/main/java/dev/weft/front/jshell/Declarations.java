package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.remote.RemoteExecutionControl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * What the notebook has declared, and the care that its variables keep their values.
 *
 * <p>A variable loses its value when JShell gives it another class: it is then copied over. Belongs
 * to the thread that owns the JShell.
 */
final class Declarations {

  private final JShell shell;
  private final RemoteExecutionControl control;
  private final Variables variables;
  private final Origins origins;

  /** Variables whose value could not be kept since the last {@link #takeLost}. */
  private final Set<String> lost = new LinkedHashSet<>();

  /** Snippets that another has changed since the last {@link #takeBroken}. */
  private final Set<Snippet> broken = new LinkedHashSet<>();

  Declarations(JShell shell, RemoteExecutionControl control, Origins origins) {
    this.shell = shell;
    this.control = control;
    variables = new Variables(shell.sourceCodeAnalysis());
    this.origins = origins;
  }

  Variables variables() {
    return variables;
  }

  Origins origins() {
    return origins;
  }

  /** Takes note of a snippet of the cell that is being compiled. */
  Optional<Variables.Change> declared(Snippet snippet, Piece piece, Cell cell) {
    if (snippet.kind() != Snippet.Kind.IMPORT) {
      origins.declared(snippet, piece, cell);
    }
    return snippet instanceof VarSnippet variable
        ? variables.update(variable, shell.status(variable))
        : Optional.empty();
  }

  /** Takes note of an older snippet that JShell has compiled anew or overwritten. */
  void affected(SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (Scratch.is(snippet)) {
      return;
    }
    if (event.previousStatus() == Status.VALID) {
      broken.add(snippet);
    }
    if (!event.status().isActive() || snippet.kind() == Snippet.Kind.IMPORT) {
      return;
    }
    origins.recompiled(snippet);
    if (snippet instanceof VarSnippet variable) {
      variables.update(variable, event.status()).ifPresent(this::keepValue);
    }
  }

  private void keepValue(Variables.Change change) {
    Variables.Home before = change.before();
    Variables.Home after = change.after();
    if (before != null && after == null) {
      after = redeclare(before);
    }
    if (before == null || after == null) {
      lost.add(change.name());
    } else if (!before.className().equals(after.className())) {
      control.copyVariable(before.className(), after.className(), change.name());
    }
  }

  /** Declares a variable of a home's name and type again, without running anything. */
  private Variables.@Nullable Home redeclare(Variables.Home old) {
    Optional<String> type =
        FieldType.find(control.current(old.className()), old.className(), old.name());
    Variables.Home home = type.isPresent() ? redeclare(old, type.get()) : null;
    return home != null ? home : redeclare(old, old.snippet().typeName());
  }

  private Variables.@Nullable Home redeclare(Variables.Home old, String type) {
    control.beginPiece(-1);
    Variables.Home home = null;
    String source = type + " " + old.name() + ";";
    for (SnippetEvent event : shell.eval(source)) {
      if (event.causeSnippet() != null) {
        affected(event);
      } else if (event.snippet() instanceof VarSnippet variable && event.status().isDefined()) {
        variables.update(variable, event.status());
        home = new Variables.Home(variable, className(variable));
      }
    }
    control.discardInvokes(-1);
    return home;
  }

  /** Makes a value a variable of the type of its expression, which does not run again. */
  Optional<VarSnippet> adopt(TemporaryVariables.Value value) {
    control.beginPiece(-1);
    Optional<VarSnippet> adopted = Optional.empty();
    for (SnippetEvent event : shell.eval(value.expression().source())) {
      if (event.snippet() instanceof VarSnippet variable
          && event.status().isDefined()
          && variable.name().equals(value.name())) {
        variables.update(variable, event.status());
        control.copyVariable(value.className(), className(variable), value.name());
        adopted = Optional.of(variable);
      }
    }
    control.discardInvokes(-1);
    return adopted;
  }

  /** Declares what an earlier cell has declared, without running it; returns what is declared. */
  List<Snippet> declareAgain(Origins.Origin origin) {
    control.beginPiece(-1);
    List<Snippet> declared = new ArrayList<>();
    for (SnippetEvent event : shell.eval(origin.piece().source())) {
      if (event.causeSnippet() != null) {
        affected(event);
      } else if (event.status() != Status.REJECTED) {
        var unused = declared(event.snippet(), origin.piece(), origin.cell());
        declared.add(event.snippet());
      }
    }
    control.discardInvokes(-1);
    return declared;
  }

  private String className(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
  }

  /** Makes the variables again what they were before the parts from that index on. */
  void rollBack(List<Compilation.Part> parts, int from) {
    for (int i = parts.size() - 1; i >= from; i--) {
      control.discardInvokes(i);
      parts.get(i).changes().reversed().forEach(this::undo);
    }
  }

  private void undo(Variables.Change change) {
    Variables.Home before = change.before();
    Variables.Home after = change.after();
    if (before == null && after != null) {
      drop(after.snippet());
    } else if (before != null && change.moved()) {
      Variables.Home home = redeclare(before);
      if (home != null) {
        control.copyVariable(before.className(), home.className(), change.name());
      } else {
        lost.add(change.name());
      }
    }
  }

  /** Removes a variable, method, class or import. */
  void drop(Snippet snippet) {
    if (shell.status(snippet).isActive()) {
      if (snippet instanceof VarSnippet variable) {
        variables.remove(variable.name());
      }
      shell.drop(snippet).forEach(e -> affectedByDrop(e, snippet));
    }
  }

  private void affectedByDrop(SnippetEvent event, Snippet dropped) {
    if (!event.snippet().equals(dropped)) {
      affected(event);
    }
  }

  /** Says that the worker could not keep the values of variables. */
  void lost(List<String> names) {
    lost.addAll(names);
  }

  /** Returns the older snippets that may no longer compile since the last call. */
  List<Snippet> takeBroken() {
    List<Snippet> snippets = new ArrayList<>(broken);
    broken.clear();
    return snippets;
  }

  /** Returns the variables that lost their value since the last call. */
  List<String> takeLost() {
    List<String> names = new ArrayList<>(lost);
    lost.clear();
    return names;
  }

  /** Returns whether a variable, method or class has that name. */
  boolean isName(String name) {
    return active().anyMatch(snippet -> snippet.name().equals(name));
  }

  /** Returns whether there is no variable, method or class that a user has named. */
  boolean isEmpty() {
    return active().allMatch(snippet -> snippet.name().startsWith("$"));
  }

  private Stream<DeclarationSnippet> active() {
    return shell
        .snippets()
        .filter(DeclarationSnippet.class::isInstance)
        .map(DeclarationSnippet.class::cast)
        .filter(snippet -> shell.status(snippet).isActive())
        .filter(snippet -> !Scratch.is(snippet));
  }
}
