package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts and cells that are bigger than usual, with a worker JVM. */
@Timeout(600)
class SizesIT {

  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook = Notebook.withWorkerJvm();
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  private static String lines(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.formatted(i))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void textsOfMoreThan64KbComeWhole() {
    assertEquals("0123456789".repeat(10_000), notebook.value("\"0123456789\".repeat(10_000)"));
    assertEquals(
        "é😀".repeat(40_000) + "\n",
        notebook.printed("System.out.println(\"é😀\".repeat(40_000));"));
    String literal = "x".repeat(60_000);
    notebook.value("String big = \"" + literal + "\" + \"" + literal + "y\".substring(0);");
    assertEquals("120001", notebook.value("big.length()"));
    assertEquals("x".repeat(70_000), notebook.value("eval(\"big.substring(0, 70_000)\")"));
  }

  @Test
  void aLiteralThatIsTooLongIsRefusedInOneLine() {
    notebook.value("int kept = 1;");
    String message =
        notebook.failure("kept++;\nString s = \"" + "x".repeat(70_000) + "\";").errorValue();
    assertTrue(message.startsWith("line 2: "), message);
    assertTrue(message.contains("too long"), message);
    assertEquals("1", notebook.value("kept"));
    String block = "\"\"\"\n" + "é\n".repeat(25_000) + "\"\"\"";
    assertTrue(notebook.failure("var b = " + block + ";").errorValue().contains("too long"));
    String fits = "// \"" + "x".repeat(70_000) + "\"\n\"" + "\\n".repeat(40_000) + "\".length()";
    assertEquals("40000", notebook.value(fits));
  }

  @Test
  void constantsThatGrowTooLongAreRefusedAndTheNotebookGoesOn() {
    notebook.value("int kept = 7;");
    String half = "\"" + "x".repeat(40_000) + "\"";
    String sum = half + " + " + half;
    for (String code :
        List.of("String s = " + sum + ";", "(" + sum + ").length()", constants(half))) {
      String message = notebook.failure(code).errorValue();
      assertTrue(message.contains("too long"), message);
      assertTrue(message.length() < 200, message);
      assertEquals("8", notebook.value("int next = kept + 1; next"));
    }
    String lines = Notebook.plain(notebook.failure("String s = " + sum + ";"));
    assertTrue(lines.length() < 1_000, lines);
    assertEquals("7", notebook.value("kept"));
  }

  private static String constants(String half) {
    return "class Constants { static final String A = "
        + half
        + "; static final String B = A + A; }";
  }

  @Test
  void aCellOfAThousandLinesRunsWhole() {
    notebook.value("long total = 0;");
    notebook.value(lines(1_000, "total += %d;"));
    assertEquals("499500", notebook.value("total"));
    notebook.value("class Wide {\n" + lines(500, "  int m%1$d() { return %1$d; }") + "}");
    assertEquals("499", notebook.value("new Wide().m499()"));
    String table = lines(3_000, "%d,");
    assertEquals("3000", notebook.value("int[] table = {\n" + table + "};\ntable.length"));
    String message = notebook.failure(lines(1_000, "// %d") + "none").errorValue();
    assertTrue(message.startsWith("line 1001: "), message);
  }

  @Test
  void codeThatIsTooLargeForAMethodIsRefusedInOneLine() {
    notebook.value("int kept = 2;");
    String body = lines(9_000, "    a[%d]++;");
    String message = notebook.failure("void large(int[] a) {\n" + body + "}").errorValue();
    assertTrue(message.contains("code too large"), message);
    assertEquals("2", notebook.value("kept"));
  }
}
