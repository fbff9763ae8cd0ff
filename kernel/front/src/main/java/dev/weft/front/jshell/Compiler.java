package dev.weft.front.jshell;

import dev.weft.front.remote.RemoteExecutionControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
 */
record Compiler(
    JShell shell,
    RemoteExecutionControl control,
    CountDownLatch indexWanted,
    TemporaryNames names) {

  /** Code that makes most of the compiler be loaded. */
  private static final Piece CODE = new Piece("new Object().hashCode()", 0);

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

  /** Builds a JShell with the default imports, which compiles against those libraries. */
  static Compiler start(RemoteExecutionControl control, List<Path> libraries) {
    CountDownLatch indexWanted = new CountDownLatch(1);
    TemporaryNames names = new TemporaryNames();
    JShell shell =
        JShell.builder()
            .executionEngine(new Provider(control), Map.of())
            .tempVariableNameGenerator(names::take)
            .fileManager(files -> new CompilerFiles(files, libraries, indexWanted))
            .build();
    DefaultImports.declare(shell);
    return new Compiler(shell, control, indexWanted, names);
  }

  /** Compiles something, so that the first cell need not load the compiler. */
  void warmUp() {
    control.beginScratch(0, Scratch.VARIABLE, Scratch.VARIABLE);
    shell.eval(Scratch.expression(CODE).source());
    control.forget();
  }
}
