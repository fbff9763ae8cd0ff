package dev.weft.install.probe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Just enough of a Jupyter client to ask a kernel and wait for its reply.
 *
 * <p>Owned by one thread. Replies are matched by their parent; their signatures are not checked.
 */
public final class KernelClient implements AutoCloseable {
  private static final String DELIMITER = "<IDS|MSG>";
  private static final int LOOK_MILLIS = 200;

  private final ZContext context = new ZContext();
  private final JsonObject connection;
  private final BooleanSupplier alive;
  private final String session = UUID.randomUUID().toString();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket output;

  KernelClient(JsonObject connection, BooleanSupplier alive) {
    this.connection = connection;
    this.alive = alive;
    context.setLinger(0);
    shell = socket(SocketType.DEALER, "shell_port");
    control = socket(SocketType.DEALER, "control_port");
    output = socket(SocketType.SUB, "iopub_port");
    output.subscribe(ZMQ.SUBSCRIPTION_ALL);
  }

  /**
   * Sends a request to the shell channel and returns the content of the reply.
   *
   * @throws TimeoutException if no reply comes in time
   * @throws KernelEndedException if the kernel ends meanwhile
   */
  public JsonObject ask(String type, JsonObject content, Duration patience)
      throws TimeoutException, KernelEndedException {
    return exchange(shell, type, content, patience);
  }

  /** Asks the kernel to end and returns its reply; see {@link #ask}. */
  public JsonObject shutdown(Duration patience) throws TimeoutException, KernelEndedException {
    JsonObject content = new JsonObject();
    content.addProperty("restart", false);
    return exchange(control, "shutdown_request", content, patience);
  }

  private JsonObject exchange(ZMQ.Socket socket, String type, JsonObject content, Duration patience)
      throws TimeoutException, KernelEndedException {
    String id = send(socket, type, content);
    Instant end = Instant.now().plus(patience);
    try (ZMQ.Poller poller = context.createPoller(2)) {
      int replies = poller.register(socket, ZMQ.Poller.POLLIN);
      int published = poller.register(output, ZMQ.Poller.POLLIN);
      while (Instant.now().isBefore(end)) {
        poller.poll(LOOK_MILLIS);
        if (poller.pollin(published)) {
          receive(output);
        }
        if (poller.pollin(replies)) {
          List<String> parts = receive(socket);
          if (json(parts, 1).get("msg_id") != null
              && id.equals(json(parts, 1).get("msg_id").getAsString())) {
            return json(parts, 3);
          }
        } else if (!alive.getAsBoolean()) {
          throw new KernelEndedException();
        }
      }
    }
    throw new TimeoutException(
        "no " + type.replace("_request", "_reply") + " in " + patience.toSeconds() + " s");
  }

  private ZMQ.Socket socket(SocketType type, String port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.connect("tcp://127.0.0.1:" + connection.get(port).getAsInt());
    return socket;
  }

  private String send(ZMQ.Socket socket, String type, JsonObject content) {
    String id = UUID.randomUUID().toString();
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("session", session);
    header.addProperty("username", "weft");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.5");
    List<String> parts = List.of(header.toString(), "{}", "{}", content.toString());
    socket.sendMore(DELIMITER);
    socket.sendMore(sign(parts));
    for (int i = 0; i < parts.size() - 1; i++) {
      socket.sendMore(parts.get(i));
    }
    socket.send(parts.getLast());
    return id;
  }

  private String sign(List<String> parts) {
    try {
      byte[] key = connection.get("key").getAsString().getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JVM has HmacSHA256", impossible);
    }
  }

  /** The parts from the header on: header, parent, metadata, content, buffers. */
  private static List<String> receive(ZMQ.Socket socket) {
    List<String> parts = new ArrayList<>();
    do {
      parts.add(new String(socket.recv(), StandardCharsets.UTF_8));
    } while (socket.hasReceiveMore());
    return parts.subList(parts.indexOf(DELIMITER) + 2, parts.size());
  }

  private static JsonObject json(List<String> parts, int index) {
    return JsonParser.parseString(parts.get(index)).getAsJsonObject();
  }

  @Override
  public void close() {
    context.close();
  }
}
