package dev.weft.front;

import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.JShellInterpreter;
import dev.weft.front.options.JvmArgs;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that holds the kernel's files: {@code front/}, {@code worker/} and {@code aot/}.
 *
 * @param folder its path
 */
public record KernelHome(Path folder) {

  private static final String PROPERTY = "weft.home";
  private static final String JVM_ARGS = "WEFT_JVM_ARGS";

  /**
   * Returns the folder that the system property {@code weft.home} names.
   *
   * @throws KernelHomeException if it names none, or a folder without a worker
   */
  public static KernelHome ofThisJvm() {
    String folder = System.getProperty(PROPERTY);
    if (folder == null) {
      throw new KernelHomeException("The system property " + PROPERTY + " is not set.");
    }
    KernelHome home = new KernelHome(Path.of(folder).toAbsolutePath());
    if (!Files.isRegularFile(home.workerJar())) {
      throw new KernelHomeException(
          "The kernel's worker is not at " + home.workerJar() + ". Install again: weft install");
    }
    return home;
  }

  /** Returns the version of the kernel. */
  public static String version() {
    return Optional.ofNullable(KernelHome.class.getPackage().getImplementationVersion())
        .orElse("0");
  }

  /**
   * Starts an interpreter in this process's folder; see {@link #interpreter(Path, OutputSink)}.
   *
   * @throws KernelHomeException if a quote in {@code WEFT_JVM_ARGS} has no end
   */
  public Interpreter interpreter(OutputSink sink) {
    return interpreter(Path.of(""), sink);
  }

  /**
   * Starts an interpreter, with the worker's JVM options from {@code WEFT_JVM_ARGS}.
   *
   * @param working the folder that user code runs in
   * @throws KernelHomeException if a quote in that variable has no end
   */
  public Interpreter interpreter(Path working, OutputSink sink) {
    WorkerOptions options = workerOptions(working.toAbsolutePath(), System.getenv());
    return JShellInterpreter.start(options, List.of(library()), sink);
  }

  private WorkerOptions workerOptions(Path working, Map<String, String> environment) {
    return new WorkerOptions(
        Path.of(System.getProperty("java.home")),
        workerJar(),
        jvmArguments(environment.getOrDefault(JVM_ARGS, "")),
        environment,
        working,
        Optional.of(folder.resolve("aot").resolve("worker.aot")).filter(Files::isRegularFile));
  }

  private static List<String> jvmArguments(String line) {
    try {
      return JvmArgs.split(line);
    } catch (IllegalArgumentException e) {
      throw new KernelHomeException(JVM_ARGS + ": " + e.getMessage());
    }
  }

  private Path workerJar() {
    return folder.resolve("worker").resolve("weft-worker.jar");
  }

  private Path library() {
    return folder.resolve("worker").resolve("weft-library.jar");
  }
}
