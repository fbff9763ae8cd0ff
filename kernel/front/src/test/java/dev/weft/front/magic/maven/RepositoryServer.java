package dev.weft.front.magic.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a folder by HTTP, on this machine alone; also as a proxy that has all hosts' files. */
final class RepositoryServer implements AutoCloseable {

  /** What was asked for: the request's URI as the client wrote it. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Counted down when the first half of a jar has been sent, if that is to be all. */
  final CountDownLatch halfSent = new CountDownLatch(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Path folder;
  private String header = "Authorization";
  private String credentials = "";
  private int refusal = 401;
  private volatile boolean stalls;

  RepositoryServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://" + host() + ":" + port() + "/";
  }

  String host() {
    return server.getAddress().getAddress().getHostAddress();
  }

  /** Answers to one user only. */
  RepositoryServer user(String name, String password) {
    credentials = name + ":" + password;
    return this;
  }

  /** Wants the user as a proxy does. */
  RepositoryServer asProxy() {
    header = "Proxy-Authorization";
    refusal = 407;
    return this;
  }

  /** Sends the first half of each jar, and then nothing more. */
  RepositoryServer stalling() {
    stalls = true;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      if (!isAllowed(exchange)) {
        String challenge = refusal == 407 ? "Proxy-Authenticate" : "WWW-Authenticate";
        exchange.getResponseHeaders().set(challenge, "Basic realm=\"test\"");
        exchange.sendResponseHeaders(refusal, -1);
        return;
      }
      Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      send(exchange, Files.readAllBytes(file), stalls && file.toString().endsWith(".jar"));
    }
  }

  private boolean isAllowed(HttpExchange exchange) {
    if (credentials.isEmpty()) {
      return true;
    }
    String expected =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst(header));
  }

  private void send(HttpExchange exchange, byte[] content, boolean half) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    int length = half ? content.length / 2 : content.length;
    exchange.getResponseBody().write(content, 0, length);
    exchange.getResponseBody().flush();
    if (half) {
      halfSent.countDown();
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else {
      exchange.getResponseBody().close();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
