package dev.weft.front.jshell;

import dev.weft.front.remote.RemoteExecutionControl;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * A JShell ready for cells, and what it records.
 *
 * <p>Belongs to one thread at a time: the one that builds it, then the one that runs cells.
 *
 * @param indexWanted opened when the classes of the JDK may be indexed
 * @param names for bare expressions
 * @param libraries what cells are compiled against
 */
record Compiler(
    JShell shell,
    RemoteExecutionControl control,
    CountDownLatch indexWanted,
    TemporaryNames names,
    CompilerSetup setup,
    LibraryClasses libraries) {

  /** Code that makes most of the compiler be loaded. */
  private static final Piece CODE = new Piece("new Object().hashCode()", 0);

  /** What compiles and is told all the same. */
  private static final String WARNINGS =
      "-Xlint:deprecation,removal,unchecked,divzero,empty,finally,lossy-conversions,synchronization";

  /** Hands a control to JShell. */
  private record Provider(ExecutionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "weft";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return control;
    }
  }

  /**
   * Builds a JShell with the default imports.
   *
   * @throws IllegalArgumentException if an option is none of the compiler's
   */
  static Compiler start(RemoteExecutionControl control, CompilerSetup setup) {
    return start(control, setup, new TemporaryNames(), new LibraryClasses(setup.libraries()));
  }

  /**
   * Builds another, which has declared nothing and has the class path of this one.
   *
   * @throws IllegalArgumentException if an option is none of the compiler's
   */
  Compiler renewed(CompilerSetup other) {
    Compiler renewed = start(new RemoteExecutionControl(), other, names, libraries);
    List<String> classPath = control.classPath();
    if (!classPath.isEmpty()) {
      renewed.shell.addToClasspath(String.join(File.pathSeparator, classPath));
    }
    return renewed;
  }

  private static Compiler start(
      RemoteExecutionControl control,
      CompilerSetup setup,
      TemporaryNames names,
      LibraryClasses libraries) {
    CountDownLatch indexWanted = new CountDownLatch(1);
    JShell shell =
        build(
            control,
            setup,
            names,
            files -> new CompilerFiles(files, libraries, indexWanted, List::of));
    return new Compiler(shell, control, indexWanted, names, setup, libraries);
  }

  private static JShell build(
      ExecutionControl control,
      CompilerSetup setup,
      TemporaryNames names,
      Function<StandardJavaFileManager, StandardJavaFileManager> files) {
    JShell shell =
        JShell.builder()
            .executionEngine(new Provider(control), Map.of())
            .tempVariableNameGenerator(names::take)
            .fileManager(files)
            .compilerOptions(options(setup))
            .build();
    DefaultImports.declare(shell);
    return shell;
  }

  /**
   * Builds another JShell for code that runs once.
   *
   * @param served classes of this one that it is to know
   */
  JShell annex(Supplier<List<ServedClass>> served) {
    return build(
        control.annex(),
        setup,
        new TemporaryNames(),
        files -> new CompilerFiles(files, libraries, new CountDownLatch(1), served));
  }

  /**
   * Gives a JShell compilers with empty tables, as another class path does: what was too large for
   * a class file stays in the tables of the one that has met it, and nothing would compile any
   * more.
   */
  static void discardTables(JShell shell) {
    shell.addToClasspath(RemoteExecutionControl.NOWHERE);
  }

  private static String[] options(CompilerSetup setup) {
    return Stream.concat(Stream.of(WARNINGS), setup.arguments().stream()).toArray(String[]::new);
  }

  /** Compiles something, so that the first cell need not load the compiler. */
  void warmUp() {
    control.beginScratch(0, Scratch.VARIABLE, Scratch.VARIABLE);
    shell.eval(Scratch.expression(CODE).source());
    control.forget();
  }
}
