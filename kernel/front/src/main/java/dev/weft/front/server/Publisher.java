package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import java.util.Optional;

/** Puts output under the cell that it belongs to, also when that cell has ended. */
final class Publisher implements OutputSink {

  private static final int CELLS_KEPT = 10_000;

  private final Messenger messenger;
  private final InputRequests inputRequests;
  private final LiveComms comms;
  private final Origins origins = new Origins(CELLS_KEPT);

  Publisher(Messenger messenger, InputRequests inputRequests, LiveComms comms) {
    this.messenger = messenger;
    this.inputRequests = inputRequests;
    this.comms = comms;
  }

  /** Output of the cell goes to its request from now on. */
  void begin(long cell, Origin origin) {
    origins.add(cell, origin);
  }

  /** What is said in answer to the message goes to it from now on. */
  void beginMessage(long number, Origin origin) {
    origins.addMessage(number, origin);
  }

  void status(JsonObject parentHeader, String state) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_state", state);
    messenger.publish(parentHeader, "status", content);
  }

  void input(long cell, String code, int executionCount) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("execution_count", executionCount);
    publish(cell, "execute_input", content);
  }

  void result(long cell, DisplayData value, int executionCount) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_count", executionCount);
    publish(cell, "execute_result", Json.withBundle(content, value));
  }

  void error(long cell, CellResult.Unsuccessful error) {
    JsonObject content = new JsonObject();
    content.addProperty("ename", error.errorName());
    content.addProperty("evalue", error.errorValue());
    content.add("traceback", Json.strings(error.traceback()));
    publish(cell, "error", content);
  }

  @Override
  public void stream(long cell, String name, String text) {
    JsonObject content = new JsonObject();
    content.addProperty("name", name);
    content.addProperty("text", text);
    publish(cell, "stream", content);
  }

  @Override
  public void display(long cell, DisplayData data, Optional<String> id, boolean update) {
    JsonObject content = Json.withBundle(new JsonObject(), data);
    JsonObject unsaved = new JsonObject();
    id.ifPresent(value -> unsaved.addProperty("display_id", value));
    content.add("transient", unsaved);
    publish(cell, update ? "update_display_data" : "display_data", content);
  }

  @Override
  public void clear(long cell, boolean wait) {
    JsonObject content = new JsonObject();
    content.addProperty("wait", wait);
    publish(cell, "clear_output", content);
  }

  @Override
  public void requestInput(long cell, String prompt, boolean password) {
    inputRequests.ask(cell, prompt, password);
  }

  @Override
  public void comm(long cell, CommMessage message) {
    comms.note(message);
    messenger.publish(
        origins.of(cell).header(),
        LiveComms.type(message.kind()),
        LiveComms.content(message),
        Json.object(message.metadata()),
        message.buffers());
  }

  private void publish(long cell, String type, JsonObject content) {
    messenger.publish(origins.of(cell).header(), type, content);
  }
}
