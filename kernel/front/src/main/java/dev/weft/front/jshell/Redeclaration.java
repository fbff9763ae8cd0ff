package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** Declares with one compiler what another has declared; nothing of it runs. */
final class Redeclaration {

  private final CellTools from;
  private final CellTools to;

  /** Pieces that are declared; one may declare several variables. */
  private final Set<Origins.Origin> done = new HashSet<>();

  private final List<String> refused = new ArrayList<>();

  private Redeclaration(CellTools from, CellTools to) {
    this.from = from;
    this.to = to;
  }

  /** Declares all again for a worker that knows nothing; returns the names that are refused. */
  static List<String> of(CellTools from, CellTools to) {
    Redeclaration redeclaration = new Redeclaration(from, to);
    List<PersistentSnippet> active = active(from.compiler().shell());
    active.forEach(redeclaration::declare);
    redeclaration.dropOthers(active);
    to.declarations().takeLost();
    to.declarations().takeBroken();
    var unused = to.compiler().control().take(0, false);
    return redeclaration.refused;
  }

  private static List<PersistentSnippet> active(JShell shell) {
    return shell
        .snippets()
        .filter(snippet -> shell.status(snippet).isActive())
        .filter(snippet -> !DefaultImports.isDefault(snippet) && !Scratch.is(snippet))
        .filter(PersistentSnippet.class::isInstance)
        .map(PersistentSnippet.class::cast)
        .toList();
  }

  private void declare(PersistentSnippet snippet) {
    Origins.Origin origin =
        from.declarations().origins().find(snippet).orElseGet(() -> ofSource(snippet));
    if (done.add(origin)) {
      TemporaryNames names = to.compiler().names();
      if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
        names.repeat(snippet.name());
      }
      List<Snippet> declared = to.declarations().declareAgain(origin);
      names.repeatNone();
      declared.forEach(to.temporaries()::ran);
      if (declared.isEmpty()) {
        refused.add(snippet.name());
      }
    }
  }

  private static Origins.Origin ofSource(Snippet snippet) {
    String source = snippet.source();
    return new Origins.Origin(new Piece(source, 0), new Cell(0, 0, source, true, false));
  }

  /** Removes the variables of a piece that other cells have removed or replaced. */
  private void dropOthers(List<PersistentSnippet> wanted) {
    Set<String> names = new HashSet<>();
    wanted.forEach(snippet -> names.add(snippet.name()));
    active(to.compiler().shell()).stream()
        .filter(snippet -> snippet instanceof VarSnippet && !names.contains(snippet.name()))
        .forEach(to.declarations()::drop);
  }
}
