package dev.weft.testkit.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end, with its output kept.
 *
 * <pre>{@code
 * Program.Result result = new Program("java", "-version").run(Duration.ofSeconds(30));
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Program {
  private final List<String> command;
  private final Map<String, String> environment;

  /** Takes the program and its arguments. */
  public Program(String... command) {
    this(List.of(command), Map.of());
  }

  private Program(List<String> command, Map<String, String> environment) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
  }

  /** Returns the same program with more arguments. */
  public Program with(String... arguments) {
    List<String> extended = new ArrayList<>(command);
    extended.addAll(List.of(arguments));
    return new Program(extended, environment);
  }

  /** Returns the same program with variables added to the environment that it inherits. */
  public Program withEnvironment(Map<String, String> variables) {
    Map<String, String> extended = new HashMap<>(environment);
    extended.putAll(variables);
    return new Program(command, extended);
  }

  /** Returns a builder of the process, for a program that is not to be waited for. */
  public ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * Runs the program and waits for its end.
   *
   * @param limit how long it may take; after that it is killed with its children
   * @throws IOException if it can't be started, or took longer
   */
  public Result run(Duration limit) throws IOException, InterruptedException {
    Path output = Files.createTempFile("program", ".log");
    try {
      Process process = builder().redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      boolean ended = waitFor(process, limit);
      String text = Files.readString(output);
      if (!ended) {
        throw new IOException(command + " did not end within " + limit + ":\n" + text);
      }
      return new Result(process.exitValue(), text);
    } finally {
      Files.delete(output);
    }
  }

  private static boolean waitFor(Process process, Duration limit) throws InterruptedException {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** How a program ended, and what it printed to standard output and standard error. */
  public record Result(int exitCode, String output) {

    /** Returns the output of a program that succeeded. */
    public String success() throws IOException {
      if (exitCode != 0) {
        throw new IOException("Exit code " + exitCode + ":\n" + output);
      }
      return output;
    }
  }
}
