package dev.weft.front.inspect;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Signatures;
import dev.weft.front.analysis.SourceAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Says all that is known of an element: where it is declared, its documentation and source. */
final class Describer {

  private final SourceAnalyzer analyzer;
  private final Analysis analysis;
  private final Sources sources;
  private final NotebookView notebook;

  /** Source files that were parsed, by their text. */
  private final Map<String, Analysis> parsed = new HashMap<>();

  Describer(SourceAnalyzer analyzer, Analysis analysis, Sources sources, NotebookView notebook) {
    this.analyzer = analyzer;
    this.analysis = analysis;
    this.sources = sources;
    this.notebook = notebook;
  }

  /** What a source file says of an element. */
  private record Written(Optional<DocCommentTree> comment, List<String> names, String source) {
    static final Written NOTHING = new Written(Optional.empty(), List.of(), "");
  }

  Entry describe(Element element) {
    TreePath own = analysis.trees().getPath(element);
    if (own != null || isOfNotebook(element)) {
      return ours(element, Optional.ofNullable(own));
    }
    Sources.Found file = sources.of(element, analysis.elements());
    Written written = read(file, element);
    Optional<DocCommentTree> parent =
        needsParent(written.comment()) ? inherited(element) : Optional.empty();
    String missing =
        file.missing().isEmpty() ? "" : "<p>" + DocHtml.escape(file.missing()) + "</p>";
    String html =
        written.comment().or(() -> parent).map(c -> DocHtml.of(c, parent)).orElse(missing);
    String signature = named(Signatures.full(element), written.names());
    return new Entry(signature, file.origin(), "", html, written.source());
  }

  private static boolean isOfNotebook(Element element) {
    TypeElement outermost = Sources.outermost(element);
    return outermost != null && Signatures.isNotebook(outermost);
  }

  private Entry ours(Element element, Optional<TreePath> path) {
    Optional<DocCommentTree> comment = path.map(p -> analysis.trees().getDocCommentTree(p));
    Optional<DocCommentTree> parent = needsParent(comment) ? inherited(element) : Optional.empty();
    String html = comment.or(() -> parent).map(c -> DocHtml.of(c, parent)).orElse("");
    Optional<Declared> declared = declared(element);
    String origin =
        declared
            .map(Declared::executionCount)
            .filter(n -> n > 0)
            .map(n -> Entry.CELL + n + "]")
            .orElse("");
    String source = declared.map(Declared::source).map(String::strip).orElse("");
    return new Entry(Signatures.full(element), origin, "", html, source);
  }

  /** Returns what of the notebook's declarations an element is, or is a member of. */
  private Optional<Declared> declared(Element element) {
    Element at = element;
    while (at.getEnclosingElement() instanceof TypeElement owner && !Signatures.isNotebook(owner)) {
      at = owner;
    }
    String name = at.getSimpleName().toString();
    boolean member = Declarations.isMember(at);
    return notebook.declared().stream()
        .filter(d -> member && d.name().equals(name))
        .reduce((first, second) -> second);
  }

  private Written read(Sources.Found file, Element element) {
    if (file.text().isEmpty()) {
      return Written.NOTHING;
    }
    Analysis tree = parsed.computeIfAbsent(file.text(), analyzer::parse);
    return tree.find(path -> Declarations.declares(path, element))
        .map(path -> written(tree, path, file.text()))
        .orElse(Written.NOTHING);
  }

  private static Written written(Analysis parsed, TreePath path, String text) {
    List<String> names = new ArrayList<>();
    if (path.getLeaf() instanceof MethodTree method) {
      method.getParameters().forEach(p -> names.add(p.getName().toString()));
    }
    var positions = parsed.trees().getSourcePositions();
    long start = positions.getStartPosition(parsed.unit(), path.getLeaf());
    long end = positions.getEndPosition(parsed.unit(), path.getLeaf());
    String source = start < 0 || end < start ? "" : text.substring((int) start, (int) end);
    String indent = " ".repeat(column(text, (int) Math.max(0, start)));
    return new Written(
        Optional.ofNullable(parsed.trees().getDocCommentTree(path)),
        List.copyOf(names),
        (indent + source).stripIndent());
  }

  private static int column(String text, int offset) {
    return offset - text.lastIndexOf('\n', Math.max(0, offset - 1)) - 1;
  }

  /** Puts names of parameters where the class file has none. */
  private static String named(String signature, List<String> names) {
    int open = signature.indexOf('(');
    int close = signature.lastIndexOf(')');
    if (names.isEmpty() || open < 0 || close < open) {
      return signature;
    }
    List<String> parameters = split(signature.substring(open + 1, close));
    if (parameters.size() != names.size()) {
      return signature;
    }
    StringBuilder text = new StringBuilder(signature.substring(0, open + 1));
    for (int i = 0; i < names.size(); i++) {
      String parameter = parameters.get(i);
      boolean known = parameter.endsWith(" " + names.get(i));
      text.append(i == 0 ? "" : ", ").append(parameter).append(known ? "" : " " + names.get(i));
    }
    return text.append(signature.substring(close)).toString();
  }

  /** Splits parameters at the commas that stand in no type arguments. */
  private static List<String> split(String parameters) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < parameters.length(); i++) {
      char c = parameters.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(parameters.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(parameters.substring(from).strip());
    return parts;
  }

  private static boolean needsParent(Optional<DocCommentTree> comment) {
    return comment.isEmpty() || comment.get().toString().contains("{@inheritDoc");
  }

  /** Returns the comment of the method that a method overrides. */
  private Optional<DocCommentTree> inherited(Element element) {
    if (!(element instanceof ExecutableElement method)
        || method.getKind() != ElementKind.METHOD
        || !(method.getEnclosingElement() instanceof TypeElement type)) {
      return Optional.empty();
    }
    return parents(type.asType())
        .flatMap(parent -> parent.getEnclosedElements().stream())
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(other -> analysis.elements().overrides(method, other, type))
        .map(other -> read(sources.of(other, analysis.elements()), other).comment())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<TypeElement> parents(TypeMirror type) {
    return analysis.types().directSupertypes(type).stream()
        .filter(DeclaredType.class::isInstance)
        .flatMap(
            parent ->
                Stream.concat(
                    Stream.of((TypeElement) ((DeclaredType) parent).asElement()), parents(parent)));
  }
}
