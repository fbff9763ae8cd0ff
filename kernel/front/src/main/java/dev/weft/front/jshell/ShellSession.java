package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.magic.JavaSession;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.Source;
import dev.weft.front.remote.WorkerSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** The notebook's Java for the magics of one cell. */
final class ShellSession implements JavaSession {

  /** How jars say that they bring extensions, ours and JJava's. */
  private static final List<String> SERVICES =
      List.of(
          "META-INF/services/dev.weft.magic.NotebookExtension",
          "META-INF/services/org.dflib.jjava.jupyter.Extension");

  private static final String INSTALL = "dev.weft.magic.Extensions.installAll();";

  private final MagicCells cells;
  private final MagicContexts contexts;
  private final Cell cell;
  private final JShell shell;
  private final Declarations declarations;
  private final WorkerSession session;
  private final Set<Path> classPath;
  private final boolean loadsExtensions;

  ShellSession(MagicCells cells, MagicContexts contexts, Cell cell, Notes notes) {
    this.cells = cells;
    this.contexts = contexts;
    this.cell = cell;
    shell = notes.shell();
    declarations = notes.declarations();
    session = notes.session();
    classPath = notes.classPath();
    loadsExtensions = notes.loadsExtensions();
  }

  /**
   * What all cells share.
   *
   * @param classPath what was added to the class path so far
   * @param loadsExtensions whether extensions in added jars are installed
   */
  record Notes(
      JShell shell,
      Declarations declarations,
      WorkerSession session,
      Set<Path> classPath,
      boolean loadsExtensions) {}

  @Override
  public CellResult run(Source code) {
    if (code.file().isEmpty()) {
      return cells.run(cell, code, true);
    }
    Cell ofFile =
        new Cell(cell.id(), cell.executionCount(), code.text(), cell.silent(), cell.allowStdin());
    return cells.run(ofFile, code, true);
  }

  @Override
  public Measurement measure(Source code) {
    return contexts.measure(() -> run(code));
  }

  @Override
  public List<Path> addToClassPath(List<Path> entries) throws MagicException {
    Set<Path> added = new LinkedHashSet<>();
    for (Path entry : entries) {
      Path path = entry.toAbsolutePath().normalize();
      requireUsable(path);
      if (!classPath.contains(path)) {
        added.add(path);
      }
    }
    if (!added.isEmpty()) {
      shell.addToClasspath(
          String.join(File.pathSeparator, added.stream().map(Path::toString).toList()));
      cells.settle(cell);
      classPath.addAll(added);
      installExtensions(added);
    }
    return List.copyOf(added);
  }

  /** What jars bring along is installed by code in the worker, and none is run without need. */
  private void installExtensions(Set<Path> added) throws MagicException {
    if (loadsExtensions && added.stream().anyMatch(ShellSession::bringsExtension)) {
      CellResult result = run(Source.ofFile("extensions", INSTALL));
      if (result instanceof CellResult.Unsuccessful failed) {
        throw new MagicException(
            failed.errorName(), "An extension was not installed: " + failed.errorValue());
      }
    }
  }

  private static boolean bringsExtension(Path entry) {
    if (Files.isDirectory(entry)) {
      return SERVICES.stream().anyMatch(name -> Files.exists(entry.resolve(name)));
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return SERVICES.stream().anyMatch(name -> jar.getEntry(name) != null);
    } catch (IOException e) {
      return false;
    }
  }

  private static void requireUsable(Path path) throws MagicException {
    if (!Files.exists(path)) {
      throw new MagicException("There is no file or folder " + path + ".");
    }
    if (Files.isRegularFile(path)) {
      try {
        new ZipFile(path.toFile()).close();
      } catch (IOException e) {
        throw new MagicException(path + " is not a jar: " + e.getMessage() + ".");
      }
    }
  }

  @Override
  public List<Path> classPath() {
    return List.copyOf(classPath);
  }

  @Override
  public List<Declared> declared() {
    return shell
        .snippets()
        .filter(snippet -> shell.status(snippet).isActive())
        .filter(snippet -> !DefaultImports.isDefault(snippet) && !Scratch.is(snippet))
        .map(ShellSession::declared)
        .toList();
  }

  private static Declared declared(Snippet snippet) {
    String source = snippet.source().strip();
    String id = snippet.id();
    return switch (snippet) {
      case VarSnippet v -> new Declared(id, Kind.VARIABLE, v.name(), v.typeName(), source);
      case MethodSnippet m -> new Declared(id, Kind.METHOD, m.name(), m.signature(), source);
      case TypeDeclSnippet t -> new Declared(id, Kind.CLASS, t.name(), kind(t), source);
      case ImportSnippet i -> new Declared(id, Kind.IMPORT, i.fullname(), "", source);
      default -> new Declared(id, Kind.STATEMENT, "", "", source);
    };
  }

  private static String kind(TypeDeclSnippet type) {
    return type.subKind().name().replace("_SUBKIND", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> value(String name) {
    return declarations
        .variables()
        .home(name)
        .flatMap(home -> session.read(home.className(), name));
  }

  @Override
  public List<String> drop(List<String> names) {
    List<String> dropped = new ArrayList<>();
    for (String name : names) {
      List<PersistentSnippet> found = named(name);
      found.forEach(declarations::drop);
      if (!found.isEmpty()) {
        dropped.add(name);
      }
    }
    cells.settle(cell);
    return dropped;
  }

  private List<PersistentSnippet> named(String name) {
    return shell
        .snippets()
        .filter(snippet -> shell.status(snippet).isActive())
        .filter(snippet -> !DefaultImports.isDefault(snippet))
        .filter(PersistentSnippet.class::isInstance)
        .map(PersistentSnippet.class::cast)
        .filter(snippet -> snippet.name().equals(name) || isImport(snippet, name))
        .toList();
  }

  /** JShell knows an import by its last word alone. */
  private static boolean isImport(Snippet snippet, String fullName) {
    return snippet instanceof ImportSnippet imported && imported.fullname().equals(fullName);
  }

  @Override
  public void reset() {
    drop(
        declared().stream()
            .filter(each -> !each.name().isEmpty())
            .sorted(Comparator.comparing(each -> each.kind() != Kind.VARIABLE))
            .map(Declared::name)
            .toList());
  }
}
