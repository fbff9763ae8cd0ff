package dev.weft.process.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildPartsTest {

  @Test
  void aSignalIsNotAStatus() {
    assertEquals(-9, ChildEnd.code(137, false, 0));
    assertEquals(137, ChildEnd.code(137, true, 0));
    assertEquals(-15, ChildEnd.code(143, true, 15));
    assertEquals(-6, ChildEnd.code(134, false, 0));
    assertEquals(3, ChildEnd.code(3, false, 0));
    assertEquals(0, ChildEnd.code(0, true, 0));
    assertEquals(255, ChildEnd.code(255, false, 0));
  }

  @Test
  void childrenGetWhatTheCodeMeansNotWhatItCosts() {
    List<String> arguments =
        List.of(
            "-cp",
            "a.jar",
            "-Xmx64m",
            "-Dkey=value",
            "--enable-preview",
            "-XX:ActiveProcessorCount=1",
            "-XX:+UseG1GC",
            "-javaagent:x.jar",
            "Main",
            "-Dnot=mine");
    assertEquals(
        List.of("-Dkey=value", "--enable-preview", "-XX:ActiveProcessorCount=1"),
        InheritedOptions.select(arguments));
    assertEquals(List.of("-ea"), InheritedOptions.select(List.of("-ea", "-jar", "x.jar", "-Dno")));
  }

  @Test
  void textIsPutTogetherAgain() {
    byte[] bytes = "aä€\uD83D\uDE00b".getBytes(StandardCharsets.UTF_8);
    Utf8Text text = new Utf8Text();
    StringBuilder whole = new StringBuilder();
    for (byte each : bytes) {
      whole.append(text.decode(new byte[] {each}, 1));
    }
    assertEquals("aä€\uD83D\uDE00b", whole.toString());
    assertEquals("\uFFFDx", new Utf8Text().decode(new byte[] {(byte) 0xFF, 'x'}, 2));
  }

  @Test
  void permitsAreLimited() {
    Permits permits = Permits.of(2);
    assertTrue(permits.acquire());
    assertTrue(permits.acquire());
    assertFalse(permits.acquire());
    permits.release(1);
    assertTrue(permits.acquire());
  }

  @Test
  void linesAreKeptWhole() {
    StringBuilder printed = new StringBuilder();
    LineOwner owner =
        new LineOwner() {
          @Override
          void emit(boolean error, String text) {
            printed.append(error ? "E" : "O").append('[').append(text).append(']');
          }
        };
    owner.print(false, "a");
    owner.print(true, "x\n");
    owner.print(false, "b\nc\nd");
    owner.flush();
    assertEquals("E[x\n]O[ab\nc\n]O[d]", printed.toString());
  }
}
