package dev.weft.front.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Part;
import dev.weft.front.analysis.SourceAnalyzer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inspection against a made-up notebook; {@code |} is the cursor. */
@Timeout(300)
class JavaInspectorTest {

  private static final String TWICE =
      """
      /**
       * Doubles a <b>number</b>, as {@link Math#addExact(int, int)} would.
       *
       * @param n what to double
       * @return {@code 2 * n} <script>alert(1)</script>
       */
      int twice(int n) { return 2 * n; }\
      """;

  private static final String POINT =
      """
      /// A *point* with an `x`:
      ///
      /// - one of [String]
      /// - another
      record Point(int x, int y) {
        /** The norm. */
        double norm() { return Math.hypot(x, y); }
      }\
      """;

  private static final NotebookView NOTEBOOK =
      new NotebookView(
          List.of("import java.util.*;"),
          List.of(
              declared(Part.Kind.VARIABLE, "names", "List<String>", "var names = List.of();", 1),
              declared(Part.Kind.METHOD, "twice", "", TWICE, 2),
              declared(Part.Kind.TYPE, "Point", "", POINT, 3)),
          List.of());

  private static final JavaInspector INSPECTOR =
      new JavaInspector(new SourceAnalyzer(), new ClassIndex(), SourceFinder.beside());

  private static Declared declared(
      Part.Kind kind, String name, String type, String source, int cell) {
    return new Declared(kind, name, type, source, cell, "");
  }

  private static Optional<JavaInspector.Found> find(String marked) {
    return INSPECTOR.inspect(NOTEBOOK, marked.replace("|", ""), marked.indexOf('|'));
  }

  private static List<String> signatures(String marked) {
    return find(marked).orElseThrow().entries().stream().map(Entry::signature).toList();
  }

  private static String data(String marked, String type) {
    DisplayData data = Sheet.of(find(marked).orElseThrow(), false);
    return String.valueOf(data.data().get(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Math.m|ax(1, 2) # public static int Math.max(int a, int b)",
        "Math.max(1, |) # public static int Math.max(int a, int b)",
        "\"abc\".substring(1, | # public String String.substring(int beginIndex, int endIndex)",
        "\"abc\".substring| # public String String.substring(int beginIndex)",
        "\"abc\".length()| # public int String.length()",
        "names.size| # public abstract int List.size()",
        "names.add| # public abstract boolean List.add(E e)",
        "foo(\nnames.size|() # public abstract int List.size()",
        "new ArrayList<>(| # public ArrayList()",
        "names| # List<String> names",
        "String local = null;\nlocal| # String local",
        "twice|(2) # int twice(int n)",
        "twice(| # int twice(int n)",
        "new Point(1, 2).norm(|) # double Point.norm()",
        "Point| # record Point(int x, int y)",
        "int f(int a) { return a|; } # int a",
        "Runnable| # public interface java.lang.Runnable",
        "AtomicInteger| # public class java.util.concurrent.atomic.AtomicInteger"
            + " extends Number implements Serializable",
        "Integer.MAX_VALUE| # public static final int Integer.MAX_VALUE = 2147483647"
      })
  void theLikeliestComesFirst(String line) {
    String marked = line.substring(0, line.indexOf(" # "));
    assertEquals(line.substring(line.indexOf(" # ") + 3), signatures(marked).getFirst());
  }

  @Test
  void allOverloadsAreThere() {
    assertEquals(4, signatures("Math.max(1L, |2L)").size());
    assertEquals(
        "public static long Math.max(long a, long b)", signatures("Math.ma|x(1L, 2L)").getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere|", "|", "1 + 1|", "nowhere.to(|", "// comment|", "))(|"})
  void nothingIsKnown(String marked) {
    assertEquals(Optional.empty(), find(marked));
  }

  @Test
  void documentationOfTheNotebooksOwn() {
    assertEquals(
        """
        int twice(int n)    // Cell [2]

        Doubles a number, as Math.addExact(int, int) would.

        Parameters
            n – what to double
        Returns
            2 * n alert(1)\
        """,
        data("twice|", "text/plain"));
    String html = data("twice|", "text/html");
    assertTrue(html.contains("Doubles a <b>number</b>, as <code>Math.addExact(int, int)</code>"));
    assertFalse(html.contains("<script"), html);
    assertEquals(
        "Cell [3]", find("new Point(1, 2).norm|").orElseThrow().entries().getFirst().origin());
  }

  @Test
  void markdownInComments() {
    String html = data("Point|", "text/html");
    assertTrue(html.contains("A <i>point</i> with an <code>x</code>:"), html);
    assertTrue(html.contains("<li>one of <code>String</code></li>"), html);
    assertTrue(data("Point|", "text/plain").contains("• one of String"));
  }

  @Test
  void sourceIsThereForWhoWantsDetails() {
    DisplayData detailed = Sheet.of(find("twice|").orElseThrow(), true);
    assertTrue(String.valueOf(detailed.data().get("text/plain")).contains("return 2 * n;"));
    Entry entry = find("Math.ma|x(1, 2)").orElseThrow().entries().getFirst();
    assertTrue(entry.source().contains("return (a >= b) ? a : b;"), entry.source());
  }

  @Test
  void documentationOfTheJdk() {
    String text = data("\"\".repeat|", "text/plain");
    assertTrue(text.contains("Returns a string whose value is the concatenation"), text);
    assertTrue(text.contains("IllegalArgumentException"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertEquals("java.base", find("\"\".repeat|").orElseThrow().entries().getFirst().origin());
  }

  @Test
  void documentationIsInherited() {
    String text = data("new ArrayList<String>().containsAll|", "text/plain");
    assertTrue(text.contains("if this collection contains all"), text);
  }

  @Test
  void keywordsAreExplained() {
    assertTrue(data("for|", "text/plain").contains("a loop"));
  }

  @Test
  void librariesAreReadFromTheSourcesBesideThem(@TempDir Path folder) throws IOException {
    String source =
        "package lib; /** A thing. */ public class Thing { /** Does. */ public void go(int far) {}"
            + " }";
    Path java = Files.writeString(folder.resolve("Thing.java"), source);
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), java.toString());
    Path jar = folder.resolve("thing-1.jar");
    zip(jar, "lib/Thing.class", Files.readAllBytes(folder.resolve("lib/Thing.class")));
    NotebookView view = new NotebookView(List.of("import lib.*;"), List.of(), List.of(jar));
    String code = "new Thing().go";
    Entry without = INSPECTOR.inspect(view, code, code.length()).orElseThrow().entries().getFirst();
    assertTrue(
        without.documentation().contains("no sources beside thing-1.jar"), without::toString);
    zip(
        folder.resolve("thing-1-sources.jar"),
        "lib/Thing.java",
        source.getBytes(StandardCharsets.UTF_8));
    Entry with = INSPECTOR.inspect(view, code, code.length()).orElseThrow().entries().getFirst();
    assertEquals("public void Thing.go(int far)", with.signature());
    assertTrue(with.documentation().contains("Does."), with::toString);
  }

  private static void zip(Path file, String name, byte[] content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
  }
}
