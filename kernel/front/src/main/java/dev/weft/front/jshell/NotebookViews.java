package dev.weft.front.jshell;

import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Says what the notebook has declared, for those who know no JShell.
 *
 * <p>Belongs to the thread that owns the JShell; what it returns belongs to nobody.
 */
final class NotebookViews {

  private final Compiler compiler;
  private final Declarations declarations;
  private final List<Path> libraries;

  /** Null when something has been declared or dropped since. */
  private @Nullable NotebookView latest;

  NotebookViews(Compiler compiler, Declarations declarations, List<Path> libraries) {
    this.compiler = compiler;
    this.declarations = declarations;
    this.libraries = libraries;
    var unused = compiler.shell().onSnippetEvent(event -> latest = null);
  }

  /** Returns what is declared now. */
  NotebookView view() {
    List<Path> classPath = classPath();
    NotebookView known = latest;
    if (known == null || !known.classPath().equals(classPath)) {
      known = view(classPath);
      latest = known;
    }
    return known;
  }

  private List<Path> classPath() {
    List<Path> classPath = new ArrayList<>(libraries);
    compiler.control().classPath().forEach(entry -> classPath.add(Path.of(entry)));
    return List.copyOf(classPath);
  }

  private NotebookView view(List<Path> classPath) {
    List<String> imports = new ArrayList<>();
    List<Declared> declared = new ArrayList<>();
    compiler
        .shell()
        .snippets()
        .filter(snippet -> compiler.shell().status(snippet).isActive() && !Scratch.is(snippet))
        .forEach(
            snippet -> {
              if (snippet instanceof ImportSnippet each) {
                imports.add(each.source());
              } else {
                declared(snippet).ifPresent(declared::add);
              }
            });
    return new NotebookView(imports, declared, classPath);
  }

  private Optional<Declared> declared(Snippet snippet) {
    return switch (snippet) {
      case VarSnippet variable ->
          Optional.of(declared(snippet, Part.Kind.VARIABLE, variable.name(), type(variable)));
      case MethodSnippet method ->
          Optional.of(declared(snippet, Part.Kind.METHOD, method.name(), ""));
      case TypeDeclSnippet type -> Optional.of(declared(snippet, Part.Kind.TYPE, type.name(), ""));
      default -> Optional.empty();
    };
  }

  private Declared declared(Snippet snippet, Part.Kind kind, String name, String type) {
    Origins origins = declarations.origins();
    return new Declared(
        kind,
        name,
        type,
        origins.source(snippet),
        origins.executionCount(snippet),
        declarations.variables().home(name).map(Variables.Home::className).orElse(""));
  }

  /** A class without a name has no type that code could name. */
  private static String type(VarSnippet variable) {
    String type = variable.typeName();
    return type == null || type.contains("<anonymous") ? "Object" : type;
  }
}
