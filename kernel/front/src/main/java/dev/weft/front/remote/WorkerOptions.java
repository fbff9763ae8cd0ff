package dev.weft.front.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a worker JVM.
 *
 * @param javaHome folder of the JDK that runs it
 * @param jar the worker's jar, beside which its libraries lie
 * @param jvmArguments options for that JVM, which come after the kernel's own and so prevail
 * @param environment all variables of its environment
 * @param workingDirectory where it runs
 * @param aotCache an ahead-of-time cache made for that JDK and jar
 */
public record WorkerOptions(
    Path javaHome,
    Path jar,
    List<String> jvmArguments,
    Map<String, String> environment,
    Path workingDirectory,
    Optional<Path> aotCache) {

  /** Keeps its own unmodifiable copies. */
  public WorkerOptions {
    jvmArguments = List.copyOf(jvmArguments);
    environment = Map.copyOf(environment);
  }

  /** Returns the options for a jar, with this JVM's JDK, environment and folder. */
  public static WorkerOptions of(Path jar) {
    return new WorkerOptions(
        Path.of(System.getProperty("java.home")),
        jar,
        List.of(),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Optional.empty());
  }

  /** Returns the same with other options for the JVM. */
  public WorkerOptions withJvmArguments(List<String> arguments) {
    return new WorkerOptions(javaHome, jar, arguments, environment, workingDirectory, aotCache);
  }

  /** Returns the same with another environment. */
  public WorkerOptions withEnvironment(Map<String, String> variables) {
    return new WorkerOptions(javaHome, jar, jvmArguments, variables, workingDirectory, aotCache);
  }

  /** Returns the same in another folder. */
  public WorkerOptions withWorkingDirectory(Path directory) {
    return new WorkerOptions(javaHome, jar, jvmArguments, environment, directory, aotCache);
  }
}
