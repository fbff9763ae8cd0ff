package dev.weft.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** A message as a client sees it. */
public record WireMessage(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parentHeader,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /** Its {@code msg_type}. */
  public String type() {
    return header.get("msg_type").getAsString();
  }

  /** Its {@code msg_id}. */
  public String id() {
    return header.get("msg_id").getAsString();
  }

  /** Its parent's {@code msg_id}, or empty without a parent. */
  public String parentId() {
    JsonElement id = parentHeader.get("msg_id");
    return id == null ? "" : id.getAsString();
  }

  /** Whether it says that the kernel is in a state. */
  public boolean isStatus(String state) {
    return type().equals("status") && text("execution_state").equals(state);
  }

  /** A string of its content, or empty. */
  public String text(String name) {
    JsonElement value = content.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
