package dev.weft.front.jshell;

import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Part;
import dev.weft.front.analysis.SourceAnalyzer;
import dev.weft.front.complete.JavaCompleter;
import dev.weft.front.complete.MagicCompleter;
import dev.weft.front.inspect.Entry;
import dev.weft.front.inspect.JavaInspector;
import dev.weft.front.inspect.MagicHelp;
import dev.weft.front.inspect.Sheet;
import dev.weft.front.inspect.SourceFinder;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Inspection;
import dev.weft.front.magic.CellParser;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Names;
import dev.weft.front.remote.WorkerSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers questions about code that is being written; belongs to the thread that runs cells. */
final class CodeQuestions {

  /** How long a variable's {@code toString} may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int MOST_VALUE = 1000;

  private final NotebookViews views;
  private final WorkerSession session;
  private final MagicRegistry registry;
  private final Supplier<Names> names;
  private final JavaCompleter completer;
  private final MagicCompleter magicCompleter;
  private final JavaInspector inspector;

  CodeQuestions(NotebookViews views, CompilerSetup compiler, CellTools.Setting setting) {
    this.views = views;
    session = setting.session();
    registry = setting.registry();
    names = setting.names();
    SourceAnalyzer analyzer = new SourceAnalyzer(compiler.implied());
    ClassIndex index = new ClassIndex();
    completer = new JavaCompleter(analyzer, index);
    magicCompleter = new MagicCompleter(registry, completer);
    inspector = new JavaInspector(analyzer, index, SourceFinder.beside());
  }

  Completion complete(String code, int position) {
    int cursor = Math.clamp(position, 0, code.length());
    NotebookView view = views.view();
    if (!CellParser.mayHaveMagic(code)) {
      return completer.complete(view, code, cursor);
    }
    return magicCompleter
        .complete(view, code, cursor)
        .orElseGet(() -> completer.complete(view, java(code), cursor));
  }

  private String java(String code) {
    return CellParser.withoutMagics(code, names.get());
  }

  Optional<Inspection> inspect(String code, int position, boolean detailed) {
    int cursor = Math.clamp(position, 0, code.length());
    boolean magics = CellParser.mayHaveMagic(code);
    Optional<JavaInspector.Found> help =
        magics ? MagicHelp.at(registry, code, cursor) : Optional.empty();
    NotebookView view = views.view();
    return help.or(() -> inspector.inspect(view, magics ? java(code) : code, cursor))
        .map(found -> withValue(found, view))
        .map(found -> new Inspection(Sheet.of(found, detailed)));
  }

  /** Adds the value where the name is a variable of the notebook. */
  private JavaInspector.Found withValue(JavaInspector.Found found, NotebookView view) {
    Entry entry = found.entries().getFirst();
    if (!entry.origin().startsWith(Entry.CELL)) {
      return found;
    }
    return view.declared().stream()
        .filter(d -> d.kind() == Part.Kind.VARIABLE && d.name().equals(found.name()))
        .filter(d -> entry.signature().endsWith(" " + d.name()))
        .findFirst()
        .map(d -> new JavaInspector.Found(found.name(), List.of(entry.withValue(value(d)))))
        .orElse(found);
  }

  private String value(Declared variable) {
    return session
        .peek(variable.className(), variable.name(), PATIENCE)
        .map(CodeQuestions::shortened)
        .orElse("(not known: its toString did not return in time, or a cell has not run)");
  }

  private static String shortened(String text) {
    return text.length() <= MOST_VALUE ? text : text.substring(0, MOST_VALUE) + "…";
  }
}
