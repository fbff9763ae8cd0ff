package dev.weft.front.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JDK's compiler what code means. Any thread may ask at any time; one is answered after
 * the other.
 */
public final class SourceAnalyzer {

  /**
   * Code is analysed although it does not parse, and never further than to types. Parameters' names
   * are read from class files.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-parameters",
          "-XDshould-stop.ifError=ATTR",
          "-XDshould-stop.ifNoError=ATTR");

  private final ReentrantLock lock = new ReentrantLock();
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final List<String> options;

  // Guarded by the lock.
  private @Nullable StandardJavaFileManager files;
  private List<Path> classPath = List.of();

  /** An analyzer of plain Java. */
  public SourceAnalyzer() {
    this(List.of());
  }

  /**
   * An analyzer.
   *
   * @param arguments options of the compiler that say what is Java
   */
  public SourceAnalyzer(List<String> arguments) {
    options = Stream.concat(OPTIONS.stream(), arguments.stream()).toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///" + Draft.CLASS + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }

  /** Analyses code and has the answer looked at; what is looked at is of no use afterwards. */
  public <T> T analyze(String source, List<Path> libraries, Function<Analysis, T> use) {
    lock.lock();
    try {
      JavacTask task = task(new Source(source), libraries);
      CompilationUnitTree unit = task.parse().iterator().next();
      Iterable<?> unused = task.analyze();
      return use.apply(new Analysis(task, unit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /** Parses code; nothing in it is resolved, only its trees and comments are there. */
  public Analysis parse(String source) {
    lock.lock();
    try {
      JavacTask task = task(new Source(source), classPath);
      return new Analysis(task, task.parse().iterator().next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private JavacTask task(JavaFileObject source, List<Path> libraries) throws IOException {
    StandardJavaFileManager manager = files;
    if (manager == null) {
      manager = compiler.getStandardFileManager(d -> {}, Locale.ROOT, StandardCharsets.UTF_8);
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
      classPath = libraries;
      files = manager;
    } else if (!classPath.equals(libraries)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
      classPath = libraries;
    }
    return (JavacTask)
        compiler.getTask(Writer.nullWriter(), manager, d -> {}, options, null, List.of(source));
  }
}
