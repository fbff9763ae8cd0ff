package dev.weft.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Frames of messages, written anew from the protocol's description. */
final class WireCodec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  private final String key;

  WireCodec(String key) {
    this.key = key;
  }

  List<byte[]> encode(WireMessage message) {
    List<byte[]> parts = new ArrayList<>();
    for (JsonObject part :
        List.of(message.header(), message.parentHeader(), message.metadata(), message.content())) {
      parts.add(part.toString().getBytes(StandardCharsets.UTF_8));
    }
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signature(parts));
    frames.addAll(parts);
    frames.addAll(message.buffers());
    return frames;
  }

  WireMessage decode(List<byte[]> frames) {
    int at = 0;
    while (!Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    List<byte[]> parts = frames.subList(at + 2, at + 6);
    if (!Arrays.equals(frames.get(at + 1), signature(parts))) {
      throw new AssertionError("The kernel sent a message with a wrong signature.");
    }
    return new WireMessage(
        frames.subList(0, at),
        json(parts.get(0)),
        json(parts.get(1)),
        json(parts.get(2)),
        json(parts.get(3)),
        frames.subList(at + 6, frames.size()));
  }

  private static JsonObject json(byte[] part) {
    return JsonParser.parseString(new String(part, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private byte[] signature(List<byte[]> parts) {
    if (key.isEmpty()) {
      return new byte[0];
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
