package dev.weft.install.probe;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A kernel started with a connection file of its own, as Jupyter starts one.
 *
 * <p>What it prints goes to a log file. Closing ends it at once. Not thread-safe.
 */
public final class KernelProcess implements AutoCloseable {
  private static final List<String> PORTS =
      List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");

  private final Process process;
  private final Path folder;
  private final Path log;
  private final JsonObject connection;

  private KernelProcess(Process process, Path folder, Path log, JsonObject connection) {
    this.process = process;
    this.folder = folder;
    this.log = log;
    this.connection = connection;
  }

  /**
   * Starts a kernel.
   *
   * @param command the command, without the connection file
   * @param environment variables to set for it
   * @throws IOException if the program can't be started
   */
  public static KernelProcess start(List<String> command, Map<String, String> environment)
      throws IOException {
    Path folder = Files.createTempDirectory("weft-kernel-");
    JsonObject connection = connection();
    Path file = Files.writeString(folder.resolve("connection.json"), connection.toString());
    Path log = folder.resolve("log.txt");
    List<String> whole = new ArrayList<>(command);
    whole.add(file.toString());
    ProcessBuilder builder =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new KernelProcess(builder.start(), folder, log, connection);
  }

  /** Connects to its sockets. The kernel need not be ready yet. */
  public KernelClient connect() {
    return new KernelClient(connection, process::isAlive);
  }

  /** Waits for its end and returns its exit code; blocks for that long at most. */
  public int awaitExit(Duration patience) throws TimeoutException, InterruptedException {
    try {
      return process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS).exitValue();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the last lines that it printed, at most three, in one line. */
  public String lastWords() {
    try {
      List<String> lines =
          Files.readAllLines(log, Charset.defaultCharset()).stream()
              .filter(KernelProcess::isForPeople)
              .toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - 3), lines.size());
      return last.isEmpty() ? "it printed nothing" : "it printed: " + String.join(" | ", last);
    } catch (IOException unreadable) {
      return "what it printed can't be read (" + unreadable.getMessage() + ")";
    }
  }

  /** Neither a frame of a stack trace nor news of a start-up cache. */
  private static boolean isForPeople(String line) {
    return !line.isBlank() && !line.startsWith("\t") && !line.contains("AOT");
  }

  private static JsonObject connection() throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("transport", "tcp");
    json.addProperty("ip", "127.0.0.1");
    json.addProperty("signature_scheme", "hmac-sha256");
    json.addProperty("key", UUID.randomUUID().toString());
    json.addProperty("kernel_name", "weft");
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String name : PORTS) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        json.addProperty(name, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return json;
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
    for (String name : List.of("connection.json", "log.txt")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }
}
