package dev.weft.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A kernel in a process of its own.
 *
 * <p>Its command is that of a kernelspec, with {@code {connection_file}} in it; what it prints is
 * kept beside the connection file. Closing kills it and the processes that it started.
 */
public final class KernelProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final ConnectionFile connection;
  private final Path output;

  private KernelProcess(Process process, ConnectionFile connection, Path output) {
    this.process = process;
    this.connection = connection;
    this.output = output;
  }

  /** Starts a kernel at free ports; its connection file is written to the directory. */
  public static KernelProcess start(
      List<String> command, Map<String, String> environment, Path directory) throws IOException {
    return start(command, environment, ConnectionFile.tcp(directory, "a key of tests"));
  }

  /** Starts a kernel for a connection file. */
  public static KernelProcess start(
      List<String> command, Map<String, String> environment, ConnectionFile connection)
      throws IOException {
    String file = connection.path().toString();
    List<String> arguments =
        command.stream().map(word -> word.replace("{connection_file}", file)).toList();
    Path output = Path.of(file + ".log");
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(output.toFile()).start();
    return new KernelProcess(process, connection, output);
  }

  /** Connects a new client to it. */
  public JupyterClient connect() {
    return JupyterClient.connect(connection);
  }

  /** Where it listens. */
  public ConnectionFile connection() {
    return connection;
  }

  /** Its process, and by it the processes that it started. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** All that it has printed. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits for its end and returns its exit status. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The kernel, process " + process.pid() + ", has not ended.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
