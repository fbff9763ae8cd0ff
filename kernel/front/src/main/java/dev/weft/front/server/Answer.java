package dev.weft.front.server;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * What a request is answered with.
 *
 * @param broadcast whether every client is told as well, on iopub
 */
record Answer(JsonObject content, JsonObject metadata, boolean broadcast) {

  static Answer of(JsonObject content) {
    return new Answer(content, new JsonObject(), false);
  }

  /** An empty content with that status. */
  static JsonObject status(String status) {
    JsonObject content = new JsonObject();
    content.addProperty("status", status);
    return content;
  }

  static JsonObject ok() {
    return status("ok");
  }

  static JsonObject error(String name, String value, List<String> traceback) {
    JsonObject content = status("error");
    content.addProperty("ename", name);
    content.addProperty("evalue", value);
    content.add("traceback", Json.strings(traceback));
    return content;
  }

  /** The error that a request ends with when handling it threw. */
  static JsonObject failure(Throwable thrown) {
    String name =
        switch (thrown) {
          case BadRequestException _ -> "BadRequest";
          case StartFailedException _ -> "StartFailed";
          default -> thrown.getClass().getName();
        };
    String message = thrown.getMessage() == null ? name : thrown.getMessage();
    return error(name, message, List.of(message));
  }
}
