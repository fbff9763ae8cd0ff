package dev.weft.front.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Header;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.Session;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server between a recorded transport and an echo interpreter, and a client's side of it. */
final class TestKernel implements AutoCloseable {

  static final byte[] IDENTITY = "client".getBytes(StandardCharsets.UTF_8);

  final RecordingSink sink = new RecordingSink();
  final KernelServer server;

  private final CompletableFuture<EchoInterpreter> made = new CompletableFuture<>();
  private final AtomicInteger sent = new AtomicInteger();

  TestKernel(Path state) {
    this(state, EchoInterpreter::new);
  }

  /** The function may wait or throw; what it returns is an echo interpreter. */
  TestKernel(Path state, Function<OutputSink, EchoInterpreter> factory) {
    KernelSettings settings = new KernelSettings("9.9", state, Map.of("shell", 1, "iopub", 2));
    Function<OutputSink, Interpreter> interpreters =
        output -> {
          EchoInterpreter interpreter = factory.apply(output);
          made.complete(interpreter);
          return interpreter;
        };
    server = new KernelServer(sink, new Session(), interpreters, settings);
    server.start();
  }

  EchoInterpreter interpreter() throws Exception {
    return made.get(60, TimeUnit.SECONDS);
  }

  /** Sends a message and returns its id. */
  String send(Channel channel, String type, JsonObject content) {
    return send(channel, type, content, null);
  }

  String send(Channel channel, String type, JsonObject content, @Nullable String parentId) {
    return send(channel, type, content, parentId, new JsonObject(), List.of());
  }

  /** Sends a message with metadata and binary attachments, and returns its id. */
  String send(
      Channel channel, String type, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
    return send(channel, type, content, null, metadata, buffers);
  }

  private String send(
      Channel channel,
      String type,
      JsonObject content,
      @Nullable String parentId,
      JsonObject metadata,
      List<byte[]> buffers) {
    String id = "m" + sent.incrementAndGet();
    JsonObject rawHeader = json("{unknown: {kept: 1}}");
    rawHeader.addProperty("msg_id", id);
    rawHeader.addProperty("msg_type", type);
    JsonObject parent = new JsonObject();
    if (parentId != null) {
      parent.addProperty("msg_id", parentId);
    }
    Header header = new Header(id, "session", "user", "", type, "5.4");
    server.received(
        channel,
        new Message(List.of(IDENTITY), header, parent, metadata, content, buffers),
        rawHeader);
    return id;
  }

  String execute(String code, String... fields) {
    JsonObject content = json("{" + String.join(",", fields) + "}");
    content.addProperty("code", code);
    return send(Channel.SHELL, "execute_request", content);
  }

  /** Sends an execute_request and returns its reply. */
  JsonObject run(String code, String... fields) throws Exception {
    return reply(execute(code, fields));
  }

  /** Sends a request and returns its reply. */
  JsonObject ask(Channel channel, String type, String content) throws Exception {
    return reply(send(channel, type, json(content)));
  }

  /** All answers to a message, once it has been answered. */
  List<Sent> answers(String id) throws Exception {
    sink.await(one -> one.parentId().equals(id) && one.isStatus("idle"));
    return sink.answers(id);
  }

  JsonObject reply(String id) throws Exception {
    return answers(id).stream()
        .filter(one -> one.channel() == Channel.SHELL || one.channel() == Channel.CONTROL)
        .findFirst()
        .orElseThrow()
        .content();
  }

  /** The answers as words such as {@code iopub:stream} and {@code iopub:busy}. */
  List<String> types(String id) throws Exception {
    return answers(id).stream().map(TestKernel::word).toList();
  }

  Sent published(String id, String type) throws Exception {
    return sink.await(one -> one.parentId().equals(id) && one.type().equals(type));
  }

  void awaitIdle(String id, Supplier<String> what) throws Exception {
    try {
      answers(id);
    } catch (TimeoutException e) {
      throw new AssertionError(what.get(), e);
    }
  }

  String awaitBusy(String id) throws Exception {
    sink.await(one -> one.parentId().equals(id) && one.isStatus("busy"));
    return id;
  }

  JsonObject interrupt() throws Exception {
    return ask(Channel.CONTROL, "interrupt_request", "{}");
  }

  private static String word(Sent one) {
    String what = one.type().equals("status") ? one.text("execution_state") : one.type();
    return one.channel().name().toLowerCase(Locale.ROOT) + ":" + what;
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static List<String> strings(JsonArray array) {
    return array.asList().stream().map(e -> e.getAsString()).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
