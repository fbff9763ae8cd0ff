package dev.weft.front.inspect;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Draft;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Signatures;
import dev.weft.front.analysis.SourceAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Says what is known of a name in Java.
 *
 * <p>It knows a notebook by a {@link NotebookView} alone, so any thread may ask, whatever runs.
 */
public final class JavaInspector {

  /** How many overloads are described in full; of the rest the signature is given. */
  private static final int MOST_DESCRIBED = 3;

  private final SourceAnalyzer analyzer;
  private final ClassIndex index;
  private final Sources sources;

  /**
   * An inspector that shares the compiler and the index with others.
   *
   * @param finder where sources of libraries are had from
   */
  public JavaInspector(SourceAnalyzer analyzer, ClassIndex index, SourceFinder finder) {
    this.analyzer = analyzer;
    this.index = index;
    sources = new Sources(Path.of(System.getProperty("java.home")), finder);
  }

  /**
   * What was found.
   *
   * @param name the name that was looked up
   */
  public record Found(String name, List<Entry> entries) {}

  /**
   * Returns what is known of the name at a cursor, or of the method in whose call it stands.
   *
   * @param code a cell in which what is not Java is blank
   */
  public Optional<Found> inspect(NotebookView notebook, String code, int cursor) {
    Optional<Target> target = Target.at(code, cursor);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    String name = code.substring(target.get().start(), target.get().end());
    Optional<Entry> keyword = KeywordHelp.of(name);
    if (keyword.isPresent()) {
      return Optional.of(new Found(name, List.of(keyword.get())));
    }
    List<Entry> entries = entries(notebook, code, target.get(), name);
    return entries.isEmpty() ? Optional.empty() : Optional.of(new Found(name, entries));
  }

  private List<Entry> entries(NotebookView notebook, String code, Target target, String name) {
    Draft draft = Draft.forInspection(notebook, code, target.start(), target.end());
    return analyzer.analyze(
        draft.source(),
        notebook.classPath(),
        analysis -> {
          Describer describer = new Describer(analyzer, analysis, sources, notebook);
          List<Element> elements = elements(analysis, draft.cursor(), name, target.argument());
          if (elements.isEmpty()) {
            return foreign(notebook, analysis, describer, name);
          }
          List<Entry> entries = new ArrayList<>();
          for (Element each : elements) {
            entries.add(entries.size() < MOST_DESCRIBED ? describer.describe(each) : brief(each));
          }
          return entries;
        });
  }

  private static Entry brief(Element element) {
    return new Entry(Signatures.full(element), "", "", "", "");
  }

  private static List<Element> elements(Analysis analysis, int offset, String name, int argument) {
    Optional<TreePath> path = path(analysis, offset, name);
    return path.map(p -> new Candidates(analysis, name, argument).at(p)).orElse(List.of());
  }

  /** Returns the tree that the name belongs to: what it selects, mentions or declares. */
  private static Optional<TreePath> path(Analysis analysis, int offset, String name) {
    var positions = analysis.trees().getSourcePositions();
    return analysis.find(
        path -> {
          Tree tree = path.getLeaf();
          long start = positions.getStartPosition(analysis.unit(), tree);
          long end = positions.getEndPosition(analysis.unit(), tree);
          boolean around = start >= 0 && start <= offset && offset < end;
          return around && isNamed(analysis, tree, path, offset, name);
        });
  }

  private static boolean isNamed(
      Analysis analysis, Tree tree, TreePath path, int offset, String name) {
    if (tree instanceof MemberSelectTree select) {
      long end =
          analysis
              .trees()
              .getSourcePositions()
              .getEndPosition(analysis.unit(), select.getExpression());
      return end <= offset && select.getIdentifier().contentEquals(name);
    }
    if (tree instanceof ClassTree declared) {
      return declared.getSimpleName().contentEquals(name);
    }
    return switch (tree.getKind()) {
      case IDENTIFIER, VARIABLE, METHOD, MEMBER_REFERENCE ->
          analysis.trees().getElement(path) != null || tree.toString().equals(name);
      default -> false;
    };
  }

  /** A type that is not imported. */
  private List<Entry> foreign(
      NotebookView notebook, Analysis analysis, Describer describer, String name) {
    List<Entry> found = new ArrayList<>();
    index
        .classes(notebook.classPath())
        .forEach(
            (pack, types) -> {
              if (types.contains(name) && found.size() < MOST_DESCRIBED) {
                TypeElement type = analysis.elements().getTypeElement(pack + "." + name);
                if (type != null) {
                  found.add(describer.describe(type));
                }
              }
            });
    return found;
  }
}
