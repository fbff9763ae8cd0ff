package dev.weft.front;

import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.JShellInterpreter;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.NotebookOptions;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that holds the kernel's files: {@code front/}, {@code worker/} and {@code aot/}.
 *
 * @param folder its path
 */
public record KernelHome(Path folder) {

  private static final String PROPERTY = "weft.home";

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

  /** Starts an interpreter in this process's folder; see {@link #interpreter(Path, OutputSink)}. */
  public Interpreter interpreter(OutputSink sink) {
    return interpreter(Path.of(""), sink);
  }

  /**
   * Starts an interpreter with the options of the environment and of the user's file.
   *
   * @param working the folder that user code runs in
   */
  public Interpreter interpreter(Path working, OutputSink sink) {
    return interpreter(working, NotebookOptions.NONE, sink);
  }

  /**
   * Starts an interpreter as {@link #interpreter(Path, OutputSink)} does.
   *
   * @param more what the notebook itself asks for, besides
   */
  public Interpreter interpreter(Path working, NotebookOptions more, OutputSink sink) {
    Path directory = working.toAbsolutePath();
    KernelOptions chosen = more.addTo(KernelOptions.read(System.getenv(), directory), directory);
    return JShellInterpreter.start(workerOptions(directory), chosen, libraries(), sink);
  }

  private WorkerOptions workerOptions(Path working) {
    return new WorkerOptions(
        Path.of(System.getProperty("java.home")),
        workerJar(),
        List.of(),
        System.getenv(),
        working,
        Optional.of(folder.resolve("aot").resolve("worker.aot")).filter(Files::isRegularFile));
  }

  private Path workerJar() {
    return folder.resolve("worker").resolve("weft-worker.jar");
  }

  /** What cells are compiled against. */
  private List<Path> libraries() {
    Path worker = folder.resolve("worker");
    return List.of(worker.resolve("weft-library.jar"), worker.resolve("weft-compat.jar"));
  }
}
