package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Completion and inspection as a client sees them; {@code |} is the cursor. */
@Timeout(300)
class CompletionIT {

  @TempDir static Path folder;
  private static RealKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
    kernel.value(
        """
        import java.util.concurrent.atomic.AtomicLong;
        /** Doubles a number. */
        int twice(int n) { return 2 * n; }
        var words = List.of("a", "b");
        record Pair(int left, String right) {}
        """);
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private static JsonObject ask(String type, String marked) {
    int index = marked.indexOf('|');
    JsonObject content = new JsonObject();
    content.addProperty("code", marked.replace("|", ""));
    content.addProperty("cursor_pos", marked.codePointCount(0, index));
    return kernel.ask(ClientChannel.SHELL, type, content.toString());
  }

  private static JsonObject complete(String marked) {
    return ask("complete_request", marked);
  }

  private static List<String> matches(String marked) {
    return complete(marked).getAsJsonArray("matches").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private static String inspect(String marked) {
    JsonObject reply = ask("inspect_request", marked);
    assertTrue(reply.get("found").getAsBoolean(), reply::toString);
    return reply.getAsJsonObject("data").get("text/plain").getAsString();
  }

  @Test
  void positionsAreCodePoints() {
    JsonObject reply = complete("String s = \"😀😀\";\nwords.si| + 1");
    assertEquals("size()", reply.getAsJsonArray("matches").get(0).getAsString());
    assertEquals(23, reply.get("cursor_start").getAsInt());
    assertEquals(25, reply.get("cursor_end").getAsInt());
    JsonObject type =
        reply
            .getAsJsonObject("metadata")
            .getAsJsonArray("_jupyter_types_experimental")
            .get(0)
            .getAsJsonObject();
    assertEquals("function", type.get("type").getAsString());
    assertEquals("int size()", type.get("signature").getAsString());
    assertEquals(23, type.get("start").getAsInt());
  }

  @Test
  void whatCellsDeclaredIsKnown() {
    assertTrue(matches("tw|").contains("twice("));
    assertTrue(matches("new Pair(1, \"\").le|").contains("left()"));
    assertTrue(matches("AtomicLo|").contains("AtomicLong"));
    assertTrue(matches("words.get(0).|").contains("length()"));
  }

  @Test
  void aCellThatIsBrokenIsCompleted() {
    assertTrue(
        matches("foo(\nString s = \"\nwords.stream().map(w -> w.leng|").contains("length()"));
  }

  @Test
  void magicsAreCompleted() {
    assertTrue(matches("%lsm|").contains("lsmagic"));
    assertTrue(matches("%lsmagic\nint y = 1;\nwords.si|").contains("size()"));
    assertTrue(inspect("%lsma|gic").contains("lsmagic"));
  }

  @Test
  void inspectionShowsTypeValueAndDocumentation() {
    assertEquals("List<String> words    // Cell [1]\n\nValue: [a, b]", inspect("wor|ds"));
    assertTrue(inspect("twice(|").contains("Doubles a number."));
    assertTrue(inspect("/*😀*/ \"\".rep|eat(2)").contains("Returns a string whose value"));
    assertFalse(ask("inspect_request", "nowhere|").get("found").getAsBoolean());
  }

  @Test
  void aValueWhoseToStringNeverEndsHoldsNobodyUp() {
    kernel.value(
        """
        class Endless { public String toString() { while (true) {} } }
        class Broken { public String toString() { throw new IllegalStateException("no"); } }
        var endless = new Endless(); var broken = new Broken(); int last = 7;
        last
        """);
    assertTrue(inspect("endl|ess").contains("did not return in time"));
    assertTrue(inspect("brok|en").contains("IllegalStateException: no"));
    assertEquals("7", kernel.value("last"));
  }
}
