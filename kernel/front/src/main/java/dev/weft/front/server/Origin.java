package dev.weft.front.server;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Where a cell came from.
 *
 * @param header the header of its execute_request, as received
 * @param identities routing prefix of the client that sent it
 */
record Origin(JsonObject header, List<byte[]> identities) {

  /** Stands for output that belongs to no cell. */
  static final Origin NONE = new Origin(new JsonObject(), List.of());

  static Origin of(Request request) {
    return new Origin(request.rawHeader(), request.message().identities());
  }
}
