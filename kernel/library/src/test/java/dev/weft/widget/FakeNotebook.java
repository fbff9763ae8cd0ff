package dev.weft.widget;

import dev.weft.comm.CapturedOutput;
import dev.weft.comm.CommChannel;
import dev.weft.comm.CommMessage;
import dev.weft.comm.CommMessage.Kind;
import dev.weft.comm.CommReceiver;
import dev.weft.comm.Comms;
import dev.weft.comm.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A notebook with a client that shows widgets; what it knows of each is what it was told. */
final class FakeNotebook implements CommChannel {

  /** One for the JVM, as there is one notebook. */
  static final FakeNotebook INSTANCE = new FakeNotebook();

  final List<CommMessage> sent = new CopyOnWriteArrayList<>();
  private final CommReceiver receiver = Comms.connect(this);

  private FakeNotebook() {}

  @Override
  public void send(CommMessage message) {
    sent.add(message);
  }

  @Override
  public Executor forThisCell() {
    return Runnable::run;
  }

  /** Captures what the calling thread prints. */
  @Override
  public void capture(CapturedOutput output, Runnable body) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      body.run();
    } finally {
      System.setOut(before);
      if (printed.size() > 0) {
        output.stream("stdout", printed.toString(StandardCharsets.UTF_8));
      }
    }
  }

  /** Shows a widget and returns the id of its model. */
  String show(Widget widget) {
    String view = widget.toDisplayData().data().get("application/vnd.jupyter.widget-view+json");
    return String.valueOf(Json.readObject(Objects.requireNonNull(view)).get("model_id"));
  }

  /** Says something to a widget, as the client does. */
  void say(String id, Map<String, ?> data) {
    receiver.received(new CommMessage(Kind.MESSAGE, id, "", Json.write(data), "{}", List.of()));
  }

  /** Changes a widget's state, as the person does. */
  void update(String id, Map<String, ?> state) {
    say(id, Map.of("method", "update", "state", state, "buffer_paths", List.of()));
  }

  void open(String id, String target) {
    receiver.received(new CommMessage(Kind.OPEN, id, target, "{}", "{}", List.of()));
  }

  void close(String id) {
    receiver.received(CommMessage.close(id));
  }

  /** What was said to the client on one comm, in order. */
  List<Map<String, Object>> said(String id) {
    receiver.flush();
    return sent.stream()
        .filter(message -> message.commId().equals(id) && message.kind() == Kind.MESSAGE)
        .map(message -> Json.readObject(message.data()))
        .toList();
  }

  CommMessage opening(String id) {
    return sent.stream()
        .filter(message -> message.commId().equals(id) && message.kind() == Kind.OPEN)
        .findFirst()
        .orElseThrow();
  }

  /** The state that a client has that heard everything but its own echo. */
  Map<String, Object> state(String id) {
    Map<String, Object> state =
        new LinkedHashMap<>(object(Json.readObject(opening(id).data()).get("state")));
    for (Map<String, Object> each : said(id)) {
      if ("update".equals(each.get("method"))) {
        state.putAll(object(each.get("state")));
      }
    }
    return state;
  }

  @SuppressWarnings("unchecked") // JSON objects have strings as keys
  static Map<String, Object> object(@Nullable Object json) {
    return (Map<String, Object>) Objects.requireNonNull(json);
  }
}
