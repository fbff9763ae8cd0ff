package dev.weft.testkit.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Redis server of its own, which keeps nothing.
 *
 * <pre>{@code
 * try (var server = RedisServer.start(folder)) {
 *   int port = server.port();
 * }
 * }</pre>
 */
public final class RedisServer implements AutoCloseable {

  private static final List<String> PLACES =
      List.of(
          "/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server");

  private final Process process;
  private final int port;

  private RedisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Returns the path of the program.
   *
   * @throws MissingToolException if it is in none of the usual places
   */
  public static Path find() throws MissingToolException {
    return PLACES.stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new MissingToolException("Redis is missing: apt-get install redis-server."));
  }

  /**
   * Starts a server on a free port of the loopback interface, and waits until it listens.
   *
   * @param folder where its output goes
   */
  public static RedisServer start(Path folder)
      throws MissingToolException, IOException, InterruptedException {
    int port = 0;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            find().toString(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Process process = builder.redirectOutput(folder.resolve("redis.log").toFile()).start();
    RedisServer server = new RedisServer(process, port);
    while (process.isAlive() && !server.listens()) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    return server;
  }

  private boolean listens() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the port on which it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
