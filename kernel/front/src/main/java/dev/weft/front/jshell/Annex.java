package dev.weft.front.jshell;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/**
 * A second JShell for code that declares nothing.
 *
 * <p>JShell imports all that lives into each piece of code. Where that is much, such code is
 * compiled here, with the imports that it has a use for and the classes that these refer to. What
 * does not compile here is for the first JShell to judge. Belongs to the thread that owns that one.
 */
final class Annex {

  /** With how many declarations it is worth its memory. */
  private static final int MANY = 100;

  /** How many imports to keep for the next code. */
  private static final int KEPT = 40;

  /** Makes all imports one snippet, as JShell takes a line of them as that of the first. */
  private static final String KEY = "import java.lang.Override;";

  /** Code that makes most of the compiler be loaded. */
  private static final Piece CODE = new Piece("new Object().hashCode()", 0);

  private final Compiler main;
  private final NeededClasses needed;
  private @Nullable CompletableFuture<JShell> starting;

  /** What the compiler may find; read by it while it compiles. */
  private volatile List<ServedClass> served = List.of();

  private int entries;
  private Set<String> imported = Set.of();

  /** At least the names that the imports are of. */
  private final Set<String> importedNames = new HashSet<>();

  private @Nullable Snippet imports;

  Annex(Compiler main) {
    this.main = main;
    needed = new NeededClasses(main.control());
  }

  /** Code that was compiled, and by whom. */
  record Evaluated(JShell shell, Snippet snippet) {}

  /**
   * Compiles code; empty where it can't or need not be compiled here.
   *
   * @param index of the piece
   * @param name of the field in the worker that is to have its value
   */
  Optional<Evaluated> evaluate(int index, String name, Piece scratch) {
    List<Snippet> living =
        main.shell().snippets().filter(each -> main.shell().status(each).isDefined()).toList();
    if (living.size() < MANY) {
      return Optional.empty();
    }
    JShell shell = shell(living);
    if (shell == null || !prepare(shell, living, SourceMask.identifiers(scratch.source()))) {
      return Optional.empty();
    }
    main.control().beginAnnex(index, Scratch.VARIABLE, name);
    for (SnippetEvent event : shell.eval(scratch.source())) {
      if (event.causeSnippet() == null && event.status() == Status.VALID) {
        return Optional.of(new Evaluated(shell, event.snippet()));
      }
    }
    return Optional.empty();
  }

  /** Says that the compiler may have met what is too large for a class file. */
  void discardTables() {
    if (starting != null && starting.isDone() && !starting.isCompletedExceptionally()) {
      Compiler.discardTables(starting.join());
    }
  }

  /** Returns the JShell when it is there; it is built in a thread of its own. */
  private @Nullable JShell shell(List<Snippet> living) {
    CompletableFuture<JShell> future = starting;
    if (future == null) {
      Optional<String> name = living.stream().filter(Scratch::is).map(this::className).findFirst();
      name.ifPresent(this::start);
      return null;
    }
    return future.isDone() && !future.isCompletedExceptionally() ? future.join() : null;
  }

  private void start(String scratchClass) {
    CompletableFuture<JShell> future = new CompletableFuture<>();
    starting = future;
    Thread.ofPlatform()
        .daemon()
        .name("annex-start")
        .start(
            () -> {
              try {
                future.complete(build(scratchClass));
              } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
              }
            });
  }

  /** Its only class must have the name of the first JShell's, which is no declaration's. */
  private JShell build(String scratchClass) {
    JShell shell = main.annex(() -> served);
    int number = Integer.parseInt(scratchClass.substring(scratchClass.lastIndexOf('$') + 1));
    for (int i = 2; i < number; i++) {
      shell.eval("int pad" + i + ";").forEach(event -> shell.drop(event.snippet()));
    }
    Snippet first = shell.eval(Scratch.expression(CODE).source()).getFirst().snippet();
    String name = shell.sourceCodeAnalysis().wrapper(first).fullClassName();
    if (!name.equals(scratchClass)) {
      throw new IllegalStateException("The code's class would be " + name);
    }
    return shell;
  }

  private String className(Snippet snippet) {
    return main.shell().sourceCodeAnalysis().wrapper(snippet).fullClassName();
  }

  private boolean prepare(JShell shell, List<Snippet> living, Set<String> names) {
    addClassPath(shell);
    Map<String, String> lines = new TreeMap<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (Snippet each : living) {
      if (each instanceof ImportSnippet && !DefaultImports.isDefault(each)) {
        wanted.add(each.source().strip());
      } else if (each instanceof DeclarationSnippet declared && !Scratch.is(each)) {
        boolean named = names.contains(declared.name());
        if (named || importedNames.contains(declared.name())) {
          String className = className(each);
          String line = "import static " + className + "." + declared.name() + ";";
          lines.put(line, className);
          if (named) {
            wanted.add(line);
          }
        }
      }
    }
    return declare(shell, wanted, lines, names);
  }

  private boolean declare(
      JShell shell, Set<String> wanted, Map<String, String> lines, Set<String> names) {
    boolean fits =
        imported.containsAll(wanted)
            && imported.stream().allMatch(line -> wanted.contains(line) || lines.containsKey(line));
    Set<String> now = fits ? imported : new LinkedHashSet<>(wanted);
    if (imported.size() >= KEPT && !fits) {
      importedNames.clear();
    } else if (!fits) {
      imported.stream().filter(lines::containsKey).forEach(now::add);
    }
    served = needed.of(now.stream().filter(lines::containsKey).map(lines::get).toList());
    return fits || replaceImports(shell, now, names);
  }

  private boolean replaceImports(JShell shell, Set<String> lines, Set<String> names) {
    if (imports != null) {
      shell.drop(imports);
      imports = null;
    }
    imported = Set.of();
    List<SnippetEvent> events = shell.eval(KEY + " " + String.join(" ", lines));
    boolean valid = events.stream().allMatch(event -> event.status() == Status.VALID);
    imports = events.getFirst().snippet();
    if (valid) {
      imported = lines;
      importedNames.addAll(names);
    } else {
      shell.drop(imports);
      imports = null;
    }
    return valid;
  }

  private void addClassPath(JShell shell) {
    List<String> all = main.control().classPath();
    if (all.size() > entries) {
      List<String> added = new ArrayList<>(all.subList(entries, all.size()));
      shell.addToClasspath(String.join(File.pathSeparator, added));
      entries = all.size();
    }
  }
}
