package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8AssemblerTest {

  @Test
  void decodesWhateverThePieces() {
    byte[] text = "aä€😀\uFFFDz".repeat(50).getBytes(StandardCharsets.UTF_8);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Utf8Assembler assembler = new Utf8Assembler();
      StringBuilder decoded = new StringBuilder();
      for (int from = 0; from < text.length; ) {
        int length = Math.min(text.length - from, random.nextInt(6));
        decoded.append(assembler.decode(text, from, length));
        from += length;
      }
      assertEquals(new String(text, StandardCharsets.UTF_8), decoded.toString(), "seed " + seed);
    }
  }

  @Test
  void replacesInvalidBytes() {
    byte[] invalid = {
      'a', (byte) 0xFF, (byte) 0x80, 'b', (byte) 0xC3, 'c', (byte) 0xF0, (byte) 0x9F
    };
    Utf8Assembler assembler = new Utf8Assembler();
    assertEquals("a\uFFFD\uFFFDb\uFFFDc", assembler.decode(invalid, 0, invalid.length));
    assertEquals("\uFFFDd", assembler.decode(new byte[] {'d'}, 0, 1));
  }
}
