package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProgramOutputTest {

  private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();

  private final PrintStream console =
      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
        @Override
        public void writeBytes(byte[] bytes) {
          printed.add(new String(bytes, StandardCharsets.UTF_8));
        }
      };

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String next() throws InterruptedException {
    return String.valueOf(printed.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void printsWholeLinesWhileTheyCome() throws Exception {
    PipedOutputStream program = new PipedOutputStream();
    ProgramOutput output =
        new ProgramOutput(new PipedInputStream(program), Optional.of(console), () -> {}).start();
    program.write(utf8("one\ntw"));
    program.flush();
    assertEquals("one\n", next());
    program.write(utf8("o\n50 %\r"));
    program.flush();
    assertEquals("two\n50 %\r", next());
    program.write(utf8("end"));
    program.close();
    assertEquals("end", next());
    output.awaitEnd();
    assertEquals("one\ntwo\n50 %\rend", new String(output.take(), StandardCharsets.UTF_8));
  }

  @Test
  void whatComesAfterTheEndIsReadAndDropped() throws Exception {
    PipedOutputStream program = new PipedOutputStream();
    ProgramOutput output =
        new ProgramOutput(new PipedInputStream(program), Optional.of(console), () -> {}).start();
    program.write(utf8("one\nrest"));
    program.flush();
    assertEquals("one\n", next());
    output.awaitEnd();
    assertArrayEquals(utf8("one\nrest"), output.take());
    assertEquals("rest", next());
    program.write(new byte[100_000]);
    program.close();
    assertTrue(printed.isEmpty());
  }
}
