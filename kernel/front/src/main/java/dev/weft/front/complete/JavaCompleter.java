package dev.weft.front.complete;

import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.CellParts;
import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.Draft;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Part;
import dev.weft.front.analysis.SourceAnalyzer;
import dev.weft.front.analysis.Token;
import dev.weft.front.analysis.Tokens;
import dev.weft.front.interpreter.Completion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/**
 * Says what could be written at a cursor in Java.
 *
 * <p>It knows a notebook by a {@link NotebookView} alone, so any thread may ask, whatever runs.
 */
public final class JavaCompleter {

  /** How many of the notebook's names the compiler is told of that the cell does not use. */
  private static final int MOST_OWN = 200;

  private final SourceAnalyzer analyzer;
  private final ClassIndex index;

  /** A completer that shares the compiler and the index with others. */
  public JavaCompleter(SourceAnalyzer analyzer, ClassIndex index) {
    this.analyzer = analyzer;
    this.index = index;
  }

  /** A name under the cursor: what stands of it before the cursor, and where it begins and ends. */
  private record Word(String typed, String whole, int start, int cursor, int end) {
    static Word at(String code, int cursor) {
      int start = cursor;
      while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
        start--;
      }
      int end = cursor;
      while (start < cursor
          && end < code.length()
          && Character.isJavaIdentifierPart(code.charAt(end))) {
        end++;
      }
      String typed = code.substring(start, cursor);
      return new Word(typed, code.substring(start, end), start, cursor, end);
    }
  }

  /**
   * Returns candidates, the likeliest first.
   *
   * @param code a cell in which what is not Java is blank
   * @param cursor an offset in it
   */
  public Completion complete(NotebookView notebook, String code, int cursor) {
    Optional<Token> around = Tokens.around(Tokens.all(code), cursor);
    if (around.isPresent()) {
      return inside(around.get(), code, cursor);
    }
    Optional<Part> part = importAt(code, cursor);
    if (part.isPresent()) {
      return inImport(notebook, code.substring(part.get().codeStart(), cursor), cursor);
    }
    Word word = Word.at(code, cursor);
    if (!word.typed().isEmpty() && !Character.isJavaIdentifierStart(word.typed().charAt(0))) {
      return Completion.none(cursor);
    }
    return named(notebook, code, word);
  }

  private static Completion inside(Token token, String code, int cursor) {
    boolean string = token.kind() == Token.Kind.TEXT && !code.startsWith("\"\"\"", token.start());
    return string
        ? FileNames.complete(code.substring(token.start() + 1, cursor), cursor)
        : Completion.none(cursor);
  }

  private static Optional<Part> importAt(String code, int cursor) {
    return CellParts.of(code.substring(0, cursor)).stream()
        .filter(p -> p.kind() == Part.Kind.IMPORT)
        .filter(p -> p.codeStart() + "import".length() < cursor && !p.text(code).endsWith(";"))
        .reduce((first, second) -> second)
        .filter(p -> Imports.start(code.substring(p.codeStart(), cursor)).isPresent());
  }

  private Completion inImport(NotebookView notebook, String before, int cursor) {
    int start = Imports.start(before).orElse(before.length());
    Proposals proposals = new Proposals(before.substring(start));
    Map<String, List<String>> classes = index.classes(notebook.classPath());
    return analyzer.analyze(
        "class " + Draft.CLASS + " {}",
        notebook.classPath(),
        analysis -> {
          new Imports(classes, proposals).add(before, analysis);
          return proposals.completion(cursor - before.length() + start, cursor);
        });
  }

  private Completion named(NotebookView notebook, String code, Word word) {
    Set<Declared> own = own(notebook, word.typed());
    Draft draft = Draft.forCompletion(notebook, code, word.start(), word.end(), own::contains);
    Supplier<Map<String, List<String>>> classes = () -> index.classes(notebook.classPath());
    Proposals proposals = new Proposals(word.typed());
    return analyzer.analyze(
        draft.source(),
        notebook.classPath(),
        analysis -> {
          Site.of(analysis).ifPresent(site -> add(site, analysis, classes, proposals));
          return proposals.completion(word.start(), end(word, proposals));
        });
  }

  private static Set<Declared> own(NotebookView notebook, String typed) {
    Set<Declared> own = new HashSet<>();
    for (Declared each : notebook.declared().reversed()) {
      if (own.size() < MOST_OWN && NameMatch.of(typed, each.name()).fits()) {
        own.add(each);
      }
    }
    return own;
  }

  /** A name that is there already is replaced whole, another only up to the cursor. */
  private static int end(Word word, Proposals proposals) {
    return proposals.has(word.whole()) ? word.end() : word.cursor();
  }

  private static void add(
      Site site,
      Analysis analysis,
      Supplier<Map<String, List<String>>> classes,
      Proposals proposals) {
    ExpectedTypes expected = ExpectedTypes.of(analysis, site.path());
    Describe describe = new Describe(analysis, expected);
    TypeNames types = new TypeNames(analysis, classes, expected, proposals);
    switch (site) {
      case Site.Member(TreePath path, TreePath owner) -> {
        Optional<Element> pack = analysis.element(owner).filter(PackageElement.class::isInstance);
        if (pack.isPresent()) {
          TypeNames.ofPackage(classes.get(), pack.get().toString(), t -> true, analysis, proposals);
        } else {
          new Members(analysis, path, describe, proposals).ofOwner(owner);
        }
      }
      case Site.Reference(TreePath path, TreePath owner) ->
          new Members(analysis, path, describe, proposals).references(owner);
      case Site.Annotation _ -> types.add(TypeNames::isAnnotation, false);
      case Site.Label(TreePath path, TreePath value) ->
          new Labels(analysis, describe, proposals).add(path, value, types);
      case Site.Type(TreePath path) -> {
        new Names(analysis, path, describe, proposals, true).add();
        types.add(t -> true, true);
        TypeNames.begin(classes, proposals);
      }
      case Site.Anything(TreePath path) -> {
        new Names(analysis, path, describe, proposals, false).add();
        types.add(t -> true, false);
        Keywords.add(proposals);
        TypeNames.begin(classes, proposals);
      }
    }
  }
}
