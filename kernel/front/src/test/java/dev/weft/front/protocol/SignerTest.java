package dev.weft.front.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignerTest {

  /** Test case 2 of RFC 4231. */
  @Test
  void signsAsTheStandardSays() {
    byte[] signature =
        new Signer("Jefe")
            .sign(List.of("what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8)));
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        new String(signature, US_ASCII));
  }

  @Test
  void signsAsTheJdkDoes() throws Exception {
    Random random = new Random(7);
    for (int length : new int[] {1, 63, 64, 65, 200}) {
      String key = "k".repeat(length);
      byte[] data = new byte[random.nextInt(5000)];
      random.nextBytes(data);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      byte[] expected = HexFormat.of().formatHex(mac.doFinal(data)).getBytes(US_ASCII);
      assertArrayEquals(expected, new Signer(key).sign(List.of(data)));
    }
  }

  @Test
  void signsTheSameFromSeveralThreads() {
    Signer signer = new Signer("key");
    List<byte[]> frames = List.of(new byte[10_000]);
    byte[] expected = signer.sign(frames);
    IntStream.range(0, 2000)
        .parallel()
        .forEach(i -> assertArrayEquals(expected, signer.sign(frames)));
  }

  @Test
  void tellsGenuineFromWrong() {
    Signer signer = new Signer("key");
    List<byte[]> frames = List.of(new byte[] {1, 2});
    assertTrue(signer.isGenuine(signer.sign(frames), frames));
    assertFalse(signer.isGenuine(signer.sign(List.of(new byte[] {1, 3})), frames));
    assertFalse(signer.isGenuine(new Signer("other").sign(frames), frames));
    assertFalse(signer.isGenuine(new byte[0], frames));
  }

  @Test
  void doesNotSignWithoutKey() {
    Signer signer = new Signer("");
    assertEquals(0, signer.sign(List.of()).length);
    assertTrue(signer.isGenuine(new byte[] {1}, List.of()));
  }
}
