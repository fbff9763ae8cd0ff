package dev.weft.front.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmArgsTest {
  @Test
  void splitsAtBlanksOutsideQuotes() {
    assertEquals(
        List.of("-Xmx2g", "-Da=b c", "-Dd='e'", ""),
        JvmArgs.split("  -Xmx2g\t\"-Da=b c\"  -Dd=\"'e'\" ''"));
    assertEquals(List.of("-Dp=C:\\temp\\x"), JvmArgs.split("-Dp=C:\\temp\\x"));
    assertEquals(List.of(), JvmArgs.split(" "));
  }

  @Test
  void getsBackWhatItJoined() {
    List<String> options =
        List.of("-Xmx2g", "-Da=b c", "-Dq=\"x\" 'y'", "", "-Dü=ö\n", "-Dp=C:\\a b\\");
    assertEquals(options, JvmArgs.split(JvmArgs.join(options)));
    assertEquals("-Xmx2g -ea", JvmArgs.join(List.of("-Xmx2g", "-ea")));
  }

  @Test
  void refusesAQuoteWithoutEnd() {
    var problem = assertThrows(IllegalArgumentException.class, () -> JvmArgs.split("-Da='b c"));
    assertEquals("A quote (') has no end in: -Da='b c", problem.getMessage());
  }
}
