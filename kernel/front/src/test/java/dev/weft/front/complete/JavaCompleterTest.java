package dev.weft.front.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Part;
import dev.weft.front.analysis.SourceAnalyzer;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Completion.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion against a made-up notebook; {@code |} is the cursor. */
@Timeout(300)
class JavaCompleterTest {

  private static final NotebookView NOTEBOOK =
      new NotebookView(
          List.of("import java.util.*;", "import java.util.stream.*;", "import java.io.*;"),
          List.of(
              declared(Part.Kind.VARIABLE, "names", "List<String>", ""),
              declared(Part.Kind.VARIABLE, "number", "int", ""),
              declared(Part.Kind.METHOD, "twice", "", "int twice(int n) { return 2 * n; }"),
              declared(
                  Part.Kind.METHOD,
                  "shout",
                  "",
                  """
                  /** Says it {@code loudly}.
                   * @param s what */
                  String shout(String s) { return s; }
                  """),
              declared(Part.Kind.TYPE, "Color", "", "enum Color { RED, GREEN }"),
              declared(
                  Part.Kind.TYPE, "Shape", "", "sealed interface Shape permits Circle, Square {}"),
              declared(
                  Part.Kind.TYPE, "Circle", "", "record Circle(double radius) implements Shape {}"),
              declared(
                  Part.Kind.TYPE, "Square", "", "record Square(double side) implements Shape {}")),
          List.of());

  private static final JavaCompleter COMPLETER =
      new JavaCompleter(new SourceAnalyzer(), new ClassIndex());

  private static Declared declared(Part.Kind kind, String name, String type, String source) {
    return new Declared(kind, name, type, source, 1, "");
  }

  private static Completion complete(String marked) {
    int cursor = marked.indexOf('|');
    return COMPLETER.complete(NOTEBOOK, marked.replace("|", ""), cursor);
  }

  private static List<String> texts(String marked) {
    return complete(marked).candidates().stream().map(Candidate::text).toList();
  }

  private static String before(String line) {
    return line.substring(0, line.indexOf(" # "));
  }

  private static String after(String line) {
    return line.substring(line.indexOf(" # ") + 3);
  }

  private static Candidate candidate(String marked, String text) {
    return complete(marked).candidates().stream()
        .filter(c -> c.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " not in " + texts(marked)));
  }

  @Test
  void commentsOfTheNotebookAreTold() {
    assertEquals("Says it `loudly`.", candidate("sho|", "shout(").documentation());
    assertEquals("", candidate("twi|", "twice(").documentation());
    assertEquals("", candidate("\"abc\".toUpperC|", "toUpperCase(").documentation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc\".toS| # toString()",
        "names.si| # size()",
        "names.stream().map(s -> s.le| # length()",
        "names.stream().map(String::toU| # toUpperCase",
        "var map = new HashMap<String, Integer>();\nmap.get| # get(",
        "for (String s : names) {\n  s.tri|\n}\nint after = 3; # trim()",
        "new Circle(1).ra| # radius()",
        "int[] a = {1};\na.le| # length",
        "Math.ma| # max(",
        "num| # number",
        "tw| # twice(",
        "Colo| # Color",
        "AtomicInteg| # java.util.concurrent.atomic.AtomicInteger",
        "List<String> l = new ArrayL| # ArrayList",
        "void f(int parameter) {\n  String local = null;\n  loc| # local",
        "void f(int parameter) {\n  para| # parameter",
        "Runnable r = () -> {\n  int inner = 2;\n  inn| # inner",
        "class A { int field; void m() { this.fie| } void n() {} } # field",
        "record R(int first) { int m() { return fir| } } # first",
        "java.uti| # util",
        "java.util.concurrent.Counted| # CountedCompleter",
        "import java.util.concu| # concurrent",
        "import java.util.concurrent.Counted| # CountedCompleter",
        "import static java.lang.Math.floorM| # floorMod",
        "import module java.sq| # java.sql",
        "@Overr| # Override",
        "retu| # return",
        "int x = switch (Color.RED) { case GR| # GREEN",
        "Shape s = null; int x = switch (s) { case Ci| # Circle"
      })
  void offers(String line) {
    String marked = before(line);
    String text = after(line);
    List<String> texts = texts(marked);
    assertTrue(texts.contains(text), () -> marked + ": " + texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = names.| # hashCode()",
        "int x = n| # number",
        "String s = s| # shout(",
        "twice(|) # number",
        "boolean b = names.| # add(",
        "List<String> l = new | # ArrayList",
        "NPE| # NullPointerException",
        "number + n| # number"
      })
  void theBestComesFirst(String line) {
    List<String> texts = texts(before(line));
    String text = after(line);
    assertEquals(text, texts.getFirst(), texts::toString);
  }

  @Test
  void brokenLinesBeforeCostNothing() {
    assertTrue(
        texts("int broken = ;\nfoo(\nString s = \"open\n;\nnames.siz|\nint z = (")
            .contains("size()"));
    assertTrue(texts("class A { void m() { if (\n}\n}\nnames.siz|").contains("size()"));
    assertTrue(texts("))}\nnames.siz|").contains("size()"));
  }

  @Test
  void kindsAndSignatures() {
    Candidate method = candidate("names.ge|", "get(");
    assertEquals("function", method.type());
    assertEquals("String get(int)", method.signature());
    assertEquals(
        "String substring(int beginIndex) (+1 overload)",
        candidate("\"\".subs|", "substring(").signature());
    assertEquals("instance", candidate("numbe|", "number").type());
    assertEquals("int number", candidate("numbe|", "number").signature());
    assertEquals("enum", candidate("Colo|", "Color").type());
    assertEquals("record", candidate("Circl|", "Circle").type());
    assertEquals("interface", candidate("Runnabl|", "Runnable").type());
    assertEquals("module", candidate("java.|", "util").type());
    assertEquals("keyword", candidate("whil|", "while").type());
    assertEquals("annotation", candidate("@Depr|", "Deprecated").type());
  }

  @Test
  void whatIsDeprecatedComesLast() {
    List<Candidate> all = complete("new Date().|").candidates();
    assertTrue(candidate("new Date().|", "getYear()").deprecated());
    assertTrue(all.getLast().deprecated());
    assertFalse(all.getFirst().deprecated());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names.|size() # 6 6",
        "names.si|ze() # 6 10",
        "names.is|Foo # 6 8",
        "/*😀*/ names.s| # 13 14"
      })
  void replacesTheNameUnderTheCursor(String line) {
    Completion completion = complete(before(line));
    assertEquals(after(line), completion.start() + " " + completion.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"// names.|", "/* names.|", "'|'", "12|", "number.|", "nowhere.|"})
  void offersNothingWhereNothingIsKnown(String marked) {
    assertEquals(List.of(), texts(marked));
  }

  @Test
  void filesInStrings(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("source"));
    Files.writeString(folder.resolve("sample.txt"), "");
    String path = folder.toString().replace('\\', '/');
    String code = "Path.of(\"" + path + "/s|\")";
    assertEquals(List.of("sample.txt", "source/"), texts(code));
    assertEquals("path", complete(code).candidates().getFirst().type());
    assertEquals(code.indexOf('|') - 1, complete(code).start());
  }

  @Test
  void thereAreNeverTooMany() {
    List<Declared> many =
        IntStream.range(0, 1000)
            .mapToObj(i -> declared(Part.Kind.VARIABLE, "value" + i, "int", ""))
            .toList();
    NotebookView notebook = new NotebookView(NOTEBOOK.imports(), many, List.of());
    Completion completion = COMPLETER.complete(notebook, "java.awt.event.", 15);
    assertTrue(completion.total() > 20, () -> "" + completion.total());
    Completion own = COMPLETER.complete(notebook, "value", 5);
    assertTrue(own.candidates().size() <= 300);
    assertEquals(
        "value999",
        own.candidates().stream()
            .map(Candidate::text)
            .filter("value999"::equals)
            .findFirst()
            .orElse(""));
  }
}
