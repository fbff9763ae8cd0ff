package dev.weft.front.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that jupyter_client 8.10 and ipykernel 7.4 exchanged, with a key made for this test. */
class RecordedMessagesTest {
  private static final String KEY = "recorded-for-the-codec-test";

  @ParameterizedTest
  @MethodSource("messages")
  void areGenuineAndComplete(JsonObject recorded) throws Exception {
    MessageCodec.Received received = new MessageCodec(KEY).decode(frames(recorded));
    Message message = received.message();
    assertEquals(part(recorded, 0), received.rawHeader());
    assertEquals(part(recorded, 0).get("msg_id").getAsString(), message.header().messageId());
    assertEquals(part(recorded, 0).get("msg_type").getAsString(), message.header().messageType());
    assertEquals(part(recorded, 1), message.parentHeader());
    assertEquals(part(recorded, 2), message.metadata());
    assertEquals(part(recorded, 3), message.content());
    assertEquals(recorded.getAsJsonArray("identities").size(), message.identities().size());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void areNotGenuineForAnotherKey(JsonObject recorded) {
    MessageCodec other = new MessageCodec(KEY + "2");
    assertThrows(BadMessageException.class, () -> other.decode(frames(recorded)));
  }

  @Test
  void coverRequestsAndAnswers() throws Exception {
    List<String> types =
        messages()
            .map(named -> part(named.getPayload(), 0).get("msg_type").getAsString())
            .distinct()
            .toList();
    for (String type :
        List.of("execute_request", "input_reply", "shutdown_request", "stream", "error")) {
      assertEquals(1, types.stream().filter(type::equals).count(), type);
    }
  }

  static Stream<Named<JsonObject>> messages() throws Exception {
    try (InputStream file =
        RecordedMessagesTest.class.getResourceAsStream("recorded-messages.jsonl")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      List<Named<JsonObject>> messages = new ArrayList<>();
      for (String line : text.split("\n", -1)) {
        if (!line.isEmpty()) {
          JsonObject message = Json.parseObject(line);
          messages.add(Named.of(part(message, 0).get("msg_type").getAsString(), message));
        }
      }
      return messages.stream();
    }
  }

  private static JsonObject part(JsonObject recorded, int index) {
    try {
      return Json.parseObject(recorded.getAsJsonArray("parts").get(index).getAsString());
    } catch (JsonFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static List<byte[]> frames(JsonObject recorded) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    for (JsonElement identity : recorded.getAsJsonArray("identities")) {
      frames.add(HexFormat.of().parseHex(identity.getAsString()));
    }
    frames.add("<IDS|MSG>".getBytes(UTF_8));
    frames.add(recorded.get("signature").getAsString().getBytes(UTF_8));
    for (JsonElement part : recorded.getAsJsonArray("parts")) {
      frames.add(part.getAsString().getBytes(UTF_8));
    }
    return frames;
  }
}
