package dev.weft.front;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.WireMessage;
import java.util.List;

/** What a client with widgets says to a real kernel on comms, and hears from it. */
record CommClient(RealKernel kernel) {

  /** Opens a comm and returns the request's id. */
  String open(String comm, String target, String data) {
    JsonObject content = content(comm, data);
    content.addProperty("target_name", target);
    return send("comm_open", content, List.of());
  }

  /** Says something on a comm and returns the request's id. */
  String say(String comm, String data, byte[]... buffers) {
    return send("comm_msg", content(comm, data), List.of(buffers));
  }

  String close(String comm) {
    return send("comm_close", content(comm, "{}"), List.of());
  }

  private static JsonObject content(String comm, String data) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", comm);
    content.add("data", RealKernel.json(data));
    return content;
  }

  private String send(String type, JsonObject content, List<byte[]> buffers) {
    WireMessage plain = kernel.client.message(type, content);
    WireMessage message =
        new WireMessage(
            List.of(),
            plain.header(),
            plain.parentHeader(),
            RealKernel.json("{'version': '2.1.0'}"),
            content,
            buffers);
    kernel.client.send(ClientChannel.SHELL, message);
    return message.id();
  }

  /** Waits until the kernel has dealt with a message, and with all that came of it. */
  void awaitIdle(String request) {
    kernel.client.await(
        ClientChannel.IOPUB, each -> each.parentId().equals(request) && each.isStatus("idle"));
  }

  /** Waits for the next message of a type on a comm. */
  WireMessage heard(String comm, String type) {
    return kernel.client.await(
        ClientChannel.IOPUB, each -> each.type().equals(type) && each.text("comm_id").equals(comm));
  }

  static JsonObject data(WireMessage message) {
    return message.content().getAsJsonObject("data");
  }

  static String method(WireMessage message) {
    return data(message).has("method") ? data(message).get("method").getAsString() : "";
  }

  static JsonObject state(WireMessage message) {
    return data(message).getAsJsonObject("state");
  }

  /** Waits until a cell's output has this text, after the cell has ended. */
  void awaitText(String cell, String text) {
    StringBuilder seen = new StringBuilder();
    while (!seen.toString().contains(text)) {
      WireMessage stream =
          kernel.client.await(
              ClientChannel.IOPUB,
              each -> each.type().equals("stream") && each.parentId().equals(cell));
      seen.append(stream.text("text"));
    }
  }

  /** Returns the comms that the kernel lists, as JSON. */
  JsonObject listed() {
    return kernel.ask(ClientChannel.SHELL, "comm_info_request", "{}").getAsJsonObject("comms");
  }
}
