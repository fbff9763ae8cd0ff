package dev.weft.front.transport;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.ConnectionInfo;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.MessageHandler;
import dev.weft.front.protocol.Session;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.JupyterClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Real sockets before a handler that answers each request, with the request's own code as its
 * output.
 */
final class TestKernel implements MessageHandler, AutoCloseable {
  static final String KEY = "key-of-the-test";

  final ConnectionFile file;
  final JupyterSockets sockets;
  final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
  private final Session session = new Session();
  private final ExecutorService shell = Executors.newSingleThreadExecutor();
  private final ExecutorService control = Executors.newSingleThreadExecutor();

  TestKernel(ConnectionFile file, Limits limits) throws Exception {
    this.file = file;
    sockets = JupyterSockets.bind(ConnectionInfo.read(file.path()), session, notices::add, limits);
  }

  static TestKernel started(Path directory, Limits limits) throws Exception {
    TestKernel kernel = new TestKernel(ConnectionFile.tcp(directory, KEY), limits);
    kernel.sockets.start(kernel);
    return kernel;
  }

  static TestKernel started(Path directory) throws Exception {
    return started(directory, Limits.DEFAULT);
  }

  JupyterClient connect() {
    JupyterClient client = JupyterClient.connect(file);
    client.awaitReady();
    return client;
  }

  /** Waits for the next notice. */
  String notice() throws InterruptedException {
    String notice = notices.poll(60, TimeUnit.SECONDS);
    if (notice == null) {
      throw new AssertionError("no notice was written");
    }
    return notice;
  }

  @Override
  public void received(Channel channel, Message message, JsonObject rawHeader) {
    if (message.header().messageType().equals("throw")) {
      throw new IllegalStateException("as asked");
    }
    ExecutorService thread = channel == Channel.CONTROL ? control : shell;
    thread.execute(() -> answer(channel, message, rawHeader));
  }

  private void answer(Channel channel, Message request, JsonObject rawHeader) {
    publish(rawHeader, "status", "execution_state", "busy");
    if (request.content().has("code")) {
      String code = request.content().get("code").getAsString();
      for (String line : code.split("\n", -1)) {
        publish(rawHeader, "stream", "text", line);
      }
    }
    JsonObject ok = new JsonObject();
    ok.addProperty("status", "ok");
    String reply = request.header().messageType().replace("_request", "_reply");
    sockets.sink().send(channel, message(request.identities(), reply, rawHeader, ok));
    publish(rawHeader, "status", "execution_state", "idle");
  }

  void publish(JsonObject parent, String type, String name, String value) {
    JsonObject content = new JsonObject();
    content.addProperty(name, value);
    sockets.sink().send(Channel.IOPUB, message(List.of(), type, parent, content));
  }

  private Message message(
      List<byte[]> identities, String type, JsonObject parent, JsonObject content) {
    return new Message(
        identities, session.header(type), parent, new JsonObject(), content, List.of());
  }

  @Override
  public void close() {
    sockets.close();
    shell.shutdownNow();
    control.shutdownNow();
  }
}
