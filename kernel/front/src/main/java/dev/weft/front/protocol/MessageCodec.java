package dev.weft.front.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The wire form of messages: routing prefix, delimiter, signature, header, parent header, metadata,
 * content, buffers.
 *
 * <p>{@link #encode} is safe for use by several threads, {@link #decode} is for one.
 */
public final class MessageCodec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNED_FRAMES = 4;
  private static final int REMEMBERED_SIGNATURES = 8192;
  private static final int EXPECTED_LENGTH = 256;

  private final Signer signer;
  private final ReplayGuard replays = new ReplayGuard(REMEMBERED_SIGNATURES);

  /** Makes a codec for a key, which is empty where messages are not signed. */
  public MessageCodec(String key) {
    signer = new Signer(key);
  }

  /** A message as it arrived, and its header with all fields. */
  public record Received(Message message, JsonObject rawHeader) {}

  /**
   * Returns the frames of a message; an empty date is replaced by now.
   *
   * @throws IllegalArgumentException if it holds a number that JSON does not know, such as NaN
   */
  public List<byte[]> encode(Message message) {
    List<byte[]> signed =
        List.of(
            header(message.header()),
            utf8(message.parentHeader()),
            utf8(message.metadata()),
            utf8(message.content()));
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signer.sign(signed));
    frames.addAll(signed);
    frames.addAll(message.buffers());
    return frames;
  }

  /**
   * Returns the message that frames hold.
   *
   * @throws BadMessageException if they hold none, or one that is not genuine or has come before
   */
  public Received decode(List<byte[]> frames) throws BadMessageException {
    int start = 1 + delimiter(frames);
    int buffers = start + 1 + SIGNED_FRAMES;
    if (frames.size() < buffers) {
      throw new BadMessageException(
          "only " + (frames.size() - start) + " of 5 frames after the delimiter");
    }
    List<byte[]> signed = frames.subList(start + 1, buffers);
    check(frames.get(start), signed);
    JsonObject header = object(signed.getFirst(), "header");
    Message message =
        new Message(
            List.copyOf(frames.subList(0, start - 1)),
            header(header),
            objectOrEmpty(signed.get(1), "parent header"),
            objectOrEmpty(signed.get(2), "metadata"),
            object(signed.get(3), "content"),
            List.copyOf(frames.subList(buffers, frames.size())));
    return new Received(message, header);
  }

  private static int delimiter(List<byte[]> frames) throws BadMessageException {
    for (int i = 0; i < frames.size(); i++) {
      if (Arrays.equals(frames.get(i), DELIMITER)) {
        return i;
      }
    }
    throw new BadMessageException("no delimiter in " + frames.size() + " frames");
  }

  private void check(byte[] signature, List<byte[]> signed) throws BadMessageException {
    if (!signer.isSigning()) {
      return;
    }
    if (signature.length == 0) {
      throw new BadMessageException("no signature");
    }
    if (!signer.isGenuine(signature, signed)) {
      throw new BadMessageException("wrong signature");
    }
    if (!replays.isFirst(signature)) {
      throw new BadMessageException("a signature that was used before");
    }
  }

  private static JsonObject object(byte[] frame, String part) throws BadMessageException {
    try {
      return Json.parseObject(new String(frame, StandardCharsets.UTF_8));
    } catch (JsonFormatException e) {
      throw new BadMessageException("the " + part + " is " + e.getMessage());
    }
  }

  private static JsonObject objectOrEmpty(byte[] frame, String part) throws BadMessageException {
    return Arrays.equals(frame, NULL) ? new JsonObject() : object(frame, part);
  }

  private static Header header(JsonObject raw) throws BadMessageException {
    return new Header(
        required(raw, "msg_id"),
        optional(raw, "session"),
        optional(raw, "username"),
        optional(raw, "date"),
        required(raw, "msg_type"),
        optional(raw, "version"));
  }

  private static String required(JsonObject header, String name) throws BadMessageException {
    String value = optional(header, name);
    if (value.isEmpty()) {
      throw new BadMessageException("the header lacks [" + name + "]");
    }
    return value;
  }

  private static String optional(JsonObject header, String name) throws BadMessageException {
    JsonElement value = header.get(name);
    if (value == null || value.isJsonNull()) {
      return "";
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new BadMessageException("the header's [" + name + "] is not a string");
    }
    return value.getAsString();
  }

  private static byte[] header(Header header) {
    TextWriter text = new TextWriter(EXPECTED_LENGTH);
    try (JsonWriter json = text.json()) {
      json.beginObject();
      json.name("msg_id").value(header.messageId());
      json.name("session").value(header.session());
      json.name("username").value(header.username());
      json.name("date").value(header.date().isEmpty() ? Timestamp.now() : header.date());
      json.name("msg_type").value(header.messageType());
      json.name("version").value(header.version());
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toUtf8();
  }

  private static byte[] utf8(JsonElement value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }
}
