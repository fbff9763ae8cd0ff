package dev.weft.testkit;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A client of a kernel that somebody else started; used by one thread.
 *
 * <p>What waits does so for a minute at most, then fails with an {@link AssertionError} that tells
 * what came instead.
 *
 * <pre>{@code
 * try (var client = JupyterClient.connect(file)) {
 *   client.awaitReady();
 *   assertEquals("3", client.execute("1 + 2").result());
 * }
 * }</pre>
 */
public final class JupyterClient implements AutoCloseable {
  /**
   * Milliseconds; JeroMQ loses one connection in thirty or so before the greeting, then repeats it.
   */
  private static final int HANDSHAKE = 3_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ZContext context = new ZContext();
  private final Map<ClientChannel, ZMQ.Socket> sockets = new EnumMap<>(ClientChannel.class);
  private final ZMQ.Socket heartbeat;
  private final Map<ClientChannel, List<WireMessage>> kept = new EnumMap<>(ClientChannel.class);
  private final List<LoopbackProxy> proxies = new ArrayList<>();
  private final WireCodec codec;
  private final String session = UUID.randomUUID().toString();
  private UnaryOperator<String> answers = prompt -> "";

  private JupyterClient(ConnectionFile file) {
    codec = new WireCodec(file.key());
    connect(ClientChannel.SHELL, SocketType.DEALER, endpoint(file, file.shellPort()));
    connect(ClientChannel.CONTROL, SocketType.DEALER, endpoint(file, file.controlPort()));
    connect(ClientChannel.STDIN, SocketType.DEALER, endpoint(file, file.stdinPort()));
    connect(ClientChannel.IOPUB, SocketType.SUB, endpoint(file, file.iopubPort()));
    heartbeat = context.createSocket(SocketType.REQ);
    heartbeat.setHandshakeIvl(HANDSHAKE);
    heartbeat.connect(endpoint(file, file.heartbeatPort()));
  }

  /** Connects to a kernel, which need not be there yet. */
  public static JupyterClient connect(ConnectionFile file) {
    return new JupyterClient(file);
  }

  private String endpoint(ConnectionFile file, int port) {
    if (file.transport().equals("tcp")) {
      return "tcp://" + file.ip() + ":" + port;
    }
    LoopbackProxy proxy = LoopbackProxy.to(Path.of(file.ip() + "-" + port));
    proxies.add(proxy);
    return proxy.endpoint();
  }

  private void connect(ClientChannel channel, SocketType type, String endpoint) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(0);
    socket.setRcvHWM(0);
    if (type == SocketType.DEALER) {
      socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
    } else {
      socket.subscribe(new byte[0]);
    }
    socket.setHandshakeIvl(HANDSHAKE);
    socket.connect(endpoint);
    sockets.put(channel, socket);
  }

  /** Answers each question of a cell by its prompt. */
  public void answerInputWith(UnaryOperator<String> answers) {
    this.answers = answers;
  }

  /** Waits until the kernel publishes to this client and answers. */
  public void awaitReady() {
    await(ClientChannel.IOPUB, message -> message.type().equals("iopub_welcome"));
    request(ClientChannel.SHELL, "kernel_info_request", new JsonObject());
  }

  /** Runs code as a notebook does, and waits for its answer and the end of its output. */
  public Execution execute(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.add("user_expressions", new JsonObject());
    content.addProperty("allow_stdin", true);
    content.addProperty("stop_on_error", true);
    return request(ClientChannel.SHELL, "execute_request", content);
  }

  /** Sends a request and waits for its answer and all that is published for it. */
  public Execution request(ClientChannel channel, String type, JsonObject content) {
    WireMessage request = message(type, content);
    send(channel, request);
    return await(channel, request.id());
  }

  /**
   * Waits for the answer to a request that was sent, and for all that is published for it.
   *
   * <p>What comes meanwhile for other requests is kept for whoever waits for it later.
   */
  public Execution await(ClientChannel channel, String requestId) {
    Instant deadline = Instant.now().plus(PATIENCE);
    Gathering gathering = new Gathering(requestId);
    List<ClientChannel> channels = List.of(channel, ClientChannel.IOPUB, ClientChannel.STDIN);
    for (ClientChannel each : channels) {
      List<WireMessage> before = List.copyOf(kept(each));
      kept(each).clear();
      before.forEach(message -> sort(gathering, each, message));
    }
    while (!gathering.isDone()) {
      receiveAny(gathering, channels, deadline);
    }
    return gathering.execution();
  }

  private void sort(Gathering gathering, ClientChannel channel, WireMessage message) {
    if (!gathering.concerns(message)) {
      kept(channel).add(message);
    } else if (message.type().equals("input_request")) {
      answer(message);
    } else if (channel == ClientChannel.IOPUB) {
      gathering.publish(message);
    } else {
      gathering.answer(message);
    }
  }

  /** Waits for the next message of a channel. */
  public WireMessage receive(ClientChannel channel) {
    return await(channel, message -> true);
  }

  /** Waits for a message of a channel; others that come before it are kept for later. */
  public WireMessage await(ClientChannel channel, Predicate<WireMessage> wanted) {
    Instant deadline = Instant.now().plus(PATIENCE);
    Optional<WireMessage> before = kept(channel).stream().filter(wanted).findFirst();
    if (before.isPresent()) {
      kept(channel).remove(before.get());
      return before.get();
    }
    while (true) {
      WireMessage message = next(channel, Duration.between(Instant.now(), deadline));
      if (message == null) {
        List<String> others = kept(channel).stream().map(WireMessage::type).toList();
        throw new AssertionError("Nothing awaited came on " + channel + ", only " + others);
      }
      if (wanted.test(message)) {
        return message;
      }
      kept(channel).add(message);
    }
  }

  /** Returns the next message of a channel, or null if none comes in time. */
  public @Nullable WireMessage poll(ClientChannel channel, Duration patience) {
    return kept(channel).isEmpty() ? next(channel, patience) : kept(channel).removeFirst();
  }

  private List<WireMessage> kept(ClientChannel channel) {
    return kept.computeIfAbsent(channel, each -> new ArrayList<>());
  }

  private @Nullable WireMessage next(ClientChannel channel, Duration patience) {
    ZMQ.Socket socket = socket(channel);
    socket.setReceiveTimeOut(Math.max(0, (int) patience.toMillis()));
    List<byte[]> frames = receiveFrames(socket);
    return frames.isEmpty() ? null : codec.decode(frames);
  }

  /** Makes a message of this client's session without sending it. */
  public WireMessage message(String type, JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("session", session);
    header.addProperty("username", "tester");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.5");
    return new WireMessage(
        List.of(), header, new JsonObject(), new JsonObject(), content, List.of());
  }

  /** Sends a message without waiting for an answer. */
  public void send(ClientChannel channel, WireMessage message) {
    sendFrames(channel, frames(message));
  }

  /** Returns the signed frames of a message. */
  public List<byte[]> frames(WireMessage message) {
    return codec.encode(message);
  }

  /** Sends frames as they are, right or wrong. */
  public void sendFrames(ClientChannel channel, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket(channel).send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  /** Sends bytes to the heartbeat and waits for them to come back. */
  public byte[] beat(byte[] bytes) {
    heartbeat.setReceiveTimeOut((int) PATIENCE.toMillis());
    heartbeat.send(bytes);
    byte[] echo = heartbeat.recv();
    if (echo == null) {
      throw new AssertionError("The heartbeat did not answer.");
    }
    return echo;
  }

  @Override
  public void close() {
    context.close();
    proxies.forEach(LoopbackProxy::close);
  }

  private ZMQ.Socket socket(ClientChannel channel) {
    ZMQ.Socket socket = sockets.get(channel);
    if (socket == null) {
      throw new IllegalArgumentException("Not connected: " + channel);
    }
    return socket;
  }

  private void answer(WireMessage question) {
    JsonObject content = new JsonObject();
    content.addProperty("value", answers.apply(question.text("prompt")));
    send(ClientChannel.STDIN, message("input_reply", content));
  }

  /** Waits for messages of some channels and takes one of each at most. */
  private void receiveAny(Gathering gathering, List<ClientChannel> channels, Instant deadline) {
    try (ZMQ.Poller poller = context.createPoller(channels.size())) {
      channels.forEach(each -> poller.register(socket(each), ZMQ.Poller.POLLIN));
      long patience = Duration.between(Instant.now(), deadline).toMillis();
      if (patience <= 0 || poller.poll(patience) <= 0) {
        throw new AssertionError("The request has not ended: " + gathering);
      }
      for (int i = 0; i < channels.size(); i++) {
        ClientChannel channel = channels.get(i);
        if (poller.pollin(i)) {
          sort(gathering, channel, codec.decode(receiveFrames(socket(channel))));
        }
      }
    }
  }

  private static List<byte[]> receiveFrames(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv();
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv() : null;
    }
    return frames;
  }
}
