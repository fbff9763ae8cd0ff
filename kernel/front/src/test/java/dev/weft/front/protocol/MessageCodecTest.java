package dev.weft.front.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
  private static final String KEY = "secret-of-the-test";
  private static final String HEADER = "{\"msg_id\":\"1\",\"msg_type\":\"t\"}";

  private final MessageCodec codec = new MessageCodec(KEY);
  private final Signer signer = new Signer(KEY);

  @Test
  void readsWhatItWrote() throws Exception {
    JsonObject content = Json.parseObject("{\"text\":\"grün \\u2028 😀\"}");
    JsonObject parent = Json.parseObject("{\"msg_id\":\"0\",\"unknown\":[1]}");
    Header header = new Session().header("stream");
    Message message =
        new Message(
            List.of(new byte[] {0, 1}),
            header,
            parent,
            new JsonObject(),
            content,
            List.of(new byte[] {5}, new byte[0]));
    Message read = codec.decode(codec.encode(message)).message();
    assertEquals(header, read.header());
    assertEquals(parent, read.parentHeader());
    assertEquals(content, read.content());
    assertArrayEquals(new byte[] {0, 1}, read.identities().getFirst());
    assertArrayEquals(new byte[] {5}, read.buffers().getFirst());
    assertEquals(2, read.buffers().size());
  }

  @Test
  void datesWhatHasNoDate() throws Exception {
    Header header = new Header("1", "s", "u", "", "t", "5.5");
    Message message =
        new Message(
            List.of(), header, new JsonObject(), new JsonObject(), new JsonObject(), List.of());
    assertEquals(27, codec.decode(codec.encode(message)).message().header().date().length());
  }

  @Test
  void survivesLoneSurrogates() throws Exception {
    JsonObject content = new JsonObject();
    content.addProperty("text", "a\ud83d");
    Message message =
        new Message(
            List.of(),
            new Session().header("t"),
            new JsonObject(),
            new JsonObject(),
            content,
            List.of());
    assertEquals(
        "a?", codec.decode(codec.encode(message)).message().content().get("text").getAsString());
  }

  @Test
  void keepsUnknownFieldsOfTheHeader() throws Exception {
    String header = "{\"msg_id\":\"1\",\"msg_type\":\"t\",\"subshell_id\":\"x\",\"n\":7}";
    assertEquals(header, Json.write(codec.decode(frames(header, "{}", "{}", "{}")).rawHeader()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msg_id\":\"1\",\"msg_type\":\"t\"}",
        "{\"msg_id\":\"1\",\"msg_type\":\"t\",\"date\":null,\"username\":null,\"session\":null}"
      })
  void toleratesWhatClientsLeaveOut(String header) throws Exception {
    Message message = codec.decode(frames(header, "null", "null", "{}")).message();
    assertEquals(new Header("1", "", "", "", "t", ""), message.header());
    assertEquals(new JsonObject(), message.parentHeader());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                             |{}   |{}   |{}  |the header lacks [msg_id]",
        "{\"msg_id\":\"1\"}             |{}   |{}   |{}  |the header lacks [msg_type]",
        "{\"msg_id\":1,\"msg_type\":\"t\"}|{} |{}   |{}  |the header's [msg_id] is not a string",
        "{\"msg_id\":\"1\",\"msg_type\":{}}|{}|{}   |{}  |the header's [msg_type] is not a string",
        "{\"msg_id\":\"1\",\"msg_type\":\"t\",\"date\":1}|{}|{}|{}|[date] is not a string",
        "null                           |{}   |{}   |{}  |the header is not",
        "[]                             |{}   |{}   |{}  |the header is not",
        "H                              |[]   |{}   |{}  |the parent header is not",
        "H                              |{}   |1    |{}  |the metadata is not",
        "H                              |{}   |{}   |null|the content is not",
        "H                              |{}   |{}   |{   |the content is not",
        "H                              |{}   |{}   |''  |the content is not",
      })
  void refusesWrongParts(
      String header, String parent, String metadata, String content, String reason) {
    assertRefused(frames(header.equals("H") ? HEADER : header, parent, metadata, content), reason);
  }

  @Test
  void refusesWrongFrames() {
    List<byte[]> good = frames(HEADER, "{}", "{}", "{}");
    assertRefused(List.of(), "no delimiter in 0 frames");
    assertRefused(good.subList(2, good.size()), "no delimiter");
    assertRefused(good.subList(0, 2), "only 0 of 5 frames");
    assertRefused(good.subList(0, 6), "only 4 of 5 frames");
  }

  @Test
  void refusesWrongSignatures() {
    List<byte[]> frames = frames(HEADER, "{}", "{}", "{}");
    assertRefused(with(frames, 2, new byte[0]), "no signature");
    assertRefused(with(frames, 2, "0".repeat(64).getBytes(UTF_8)), "wrong signature");
    assertRefused(with(frames, 2, new byte[1_000_000]), "wrong signature");
    assertRefused(with(frames, 6, "{\"a\":1}".getBytes(UTF_8)), "wrong signature");
  }

  @Test
  void refusesReplaysAndForgetsThemInTheEnd() throws Exception {
    List<byte[]> frames = frames(HEADER, "{}", "{}", "{}");
    codec.decode(frames);
    assertRefused(frames, "used before");
    ReplayGuard guard = new ReplayGuard(2);
    assertTrue(guard.isFirst(new byte[] {1}));
    assertTrue(guard.isFirst(new byte[] {2}));
    assertFalse(guard.isFirst(new byte[] {1}));
    assertTrue(guard.isFirst(new byte[] {3}));
    assertTrue(guard.isFirst(new byte[] {1}));
  }

  @Test
  void takesAnySignatureWithoutKey() throws Exception {
    MessageCodec unsigned = new MessageCodec("");
    List<byte[]> frames = frames(HEADER, "{}", "{}", "{}");
    for (byte[] signature : List.of(new byte[0], new byte[] {1}, new byte[] {1})) {
      assertEquals(
          "t", unsigned.decode(with(frames, 2, signature)).message().header().messageType());
    }
  }

  @Test
  void answersGarbageWithNothingElse() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      List<byte[]> frames = Mutations.of(frames(HEADER, "{}", "{}", "{\"a\":[1]}"), random);
      MessageCodec any = new MessageCodec(random.nextBoolean() ? KEY : "");
      try {
        any.decode(frames);
      } catch (BadMessageException e) {
        assertFalse(String.valueOf(e.getMessage()).contains(KEY));
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", round " + i, e);
      }
    }
  }

  private void assertRefused(List<byte[]> frames, String reason) {
    Exception e = assertThrows(BadMessageException.class, () -> codec.decode(frames));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(reason), message);
    assertFalse(message.contains(KEY), message);
  }

  private List<byte[]> frames(String... parts) {
    List<byte[]> signed = Arrays.stream(parts).map(part -> part.getBytes(UTF_8)).toList();
    List<byte[]> frames = new ArrayList<>();
    frames.add("client".getBytes(UTF_8));
    frames.add("<IDS|MSG>".getBytes(UTF_8));
    frames.add(signer.sign(signed));
    frames.addAll(signed);
    return frames;
  }

  private static List<byte[]> with(List<byte[]> frames, int index, byte[] frame) {
    List<byte[]> changed = new ArrayList<>(frames);
    changed.set(index, frame);
    return changed;
  }
}
