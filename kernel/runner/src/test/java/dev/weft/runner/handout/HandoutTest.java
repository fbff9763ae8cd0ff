package dev.weft.runner.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runner.Notebook;
import dev.weft.runner.NotebookException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoutTest {
  @TempDir Path folder;

  private Chapter chapter(String name, String... cells) throws NotebookException {
    String json =
        """
        {"cells": [%s], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """
            .formatted(String.join(",", cells));
    return new Chapter(name, folder, Notebook.parse(json));
  }

  private static String text(String markdown) {
    return """
    {"cell_type": "markdown", "metadata": {}, "source": "%s"}
    """
        .formatted(markdown);
  }

  private static String code(String source, String... outputs) {
    return """
    {"cell_type": "code", "metadata": {}, "execution_count": 3, "source": "%s", "outputs": [%s]}
    """
        .formatted(source, String.join(",", outputs));
  }

  private static String shown(String data) {
    return "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {" + data + "}}";
  }

  private String page(String... cells) throws NotebookException {
    return new Handout(List.of(chapter("one", cells))).page(0);
  }

  @Test
  void anIndexSaysInWhichOrderAFolderIsRead() throws Exception {
    List<Chapter> folderOrder =
        List.of(
            chapter("04-1", text("# b")),
            chapter("04-all", text("# a")),
            chapter("extra", text("[x](04-1.ipynb)")),
            chapter("index", text("[a](04-all.ipynb), [gone](no.ipynb), [b](./04-1.ipynb#part)")));
    assertEquals(
        List.of("index", "04-all", "04-1", "extra"),
        ReadingOrder.of(folderOrder).stream().map(Chapter::name).toList());
    List<Chapter> withoutIndex = folderOrder.subList(0, 3);
    assertEquals(withoutIndex, ReadingOrder.of(withoutIndex));
  }

  @Test
  void theTitleIsTheFirstHeadingWithoutMarks() throws Exception {
    assertEquals("Pools & n", chapter("a", text("## Pools & `n`")).title());
    assertEquals("a", chapter("a", text("no heading")).title());
    assertTrue(page(text("# A < B")).contains("<title>A &lt; B</title>"));
  }

  @Test
  void codeIsEscapedAndColoured() throws Exception {
    String page = page(code("var s = \\\"<b>\\\"; // <i>\\nint n = 0x1F;"));
    assertTrue(page.contains("<span class=\"keyword\">var</span>"), page);
    assertTrue(page.contains("<span class=\"string\">&quot;&lt;b&gt;&quot;</span>"), page);
    assertTrue(page.contains("<span class=\"comment\">// &lt;i&gt;</span>"), page);
    assertTrue(page.contains("<span class=\"number\">0x1F</span>"), page);
  }

  @Test
  void aBodyThatIsNoJavaIsNotColoured() throws Exception {
    String page = page(code("%%python\\nint = 3"));
    assertTrue(page.contains("<span class=\"magic\">%%python</span>\nint = 3"), page);
  }

  @Test
  void aMagicBeforeJavaIsTold() throws Exception {
    String page = page(code("%%timeline\\nint n = a % b;"));
    assertTrue(page.contains("<span class=\"magic\">%%timeline</span>\n"), page);
    assertTrue(page.contains("a % b"), page);
  }

  @Test
  void chartsArePicturesInsideThatTellTheirNumbers() throws Exception {
    String page =
        page(
            code(
                "chart",
                shown("\"image/svg+xml\": \"<svg/>\", \"text/plain\": \"12 \\\"ms\\\"\"")));
    String drawing = Base64.getEncoder().encodeToString("<svg/>".getBytes(StandardCharsets.UTF_8));
    assertTrue(
        page.contains(
            "<img alt=\"12 &quot;ms&quot;\" src=\"data:image/svg+xml;base64,%s\">"
                .formatted(drawing)),
        page);
  }

  @Test
  void theRichestFormOfAnOutputIsShown() throws Exception {
    assertTrue(
        page(code("t", shown("\"text/html\": \"<table></table>\", \"text/plain\": \"t\"")))
            .contains("<div class=\"html\"><table></table></div>"));
    assertTrue(
        page(code("p", shown("\"text/plain\": [\"a\\n\", \"<b>\"]")))
            .contains("<pre class=\"result\">a\n&lt;b&gt;</pre>"));
  }

  @Test
  void streamsAndErrorsKeepTheirColours() throws Exception {
    String page =
        page(
            code(
                "x",
                "{\"output_type\": \"stream\", \"name\": \"stderr\", \"text\": \"old\\rnew\"}",
                "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"\", \"traceback\":"
                    + " [\"\\u001b[1;31mE\\u001b[0m: <x>\", \"at\"]}"));
    assertTrue(page.contains("<pre class=\"stderr\">new</pre>"), page);
    assertTrue(
        page.contains(
            "<pre class=\"error\"><span class=\"bold ansi-red\">E</span>: &lt;x&gt;\nat</pre>"),
        page);
  }

  @ParameterizedTest
  @CsvSource({
    "next.ipynb, next.html, #next",
    "./next%20one.ipynb#part, next one.html, #next one",
    "https://example.org/x.ipynb, https://example.org/x.ipynb, https://example.org/x.ipynb",
    "../other/x.ipynb, ../other/x.ipynb, ../other/x.ipynb",
    "#here, #here, #here",
  })
  void linksLeadToWhereTheNotebookIs(String link, String page, String book) {
    assertEquals(page, Links.PAGES.rewrite(link));
    assertEquals(book, Links.BOOK.rewrite(link));
  }

  @Test
  void picturesOfTheTextAreInside() throws Exception {
    Files.writeString(folder.resolve("a.svg"), "<svg/>");
    String page = page(text("![a](a.svg) ![b](missing.png) ![c](attachment:c)"));
    assertTrue(page.contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\""), page);
    assertTrue(page.contains("src=\"missing.png\""), page);
  }

  @Test
  void anAttachmentIsInside() throws Exception {
    String page =
        page(
            """
            {"cell_type": "markdown", "metadata": {}, "source": "![c](attachment:c.png)",
             "attachments": {"c.png": {"image/png": "AAAA"}}}
            """);
    assertTrue(page.contains("src=\"data:image/png;base64,AAAA\""), page);
  }

  @Test
  void pagesLeadToTheirNeighbours() throws Exception {
    Handout handout =
        new Handout(List.of(chapter("a", text("# First")), chapter("b", text("# Second"))));
    assertTrue(handout.page(0).contains("<a rel=\"next\" href=\"b.html\">Second</a>"));
    assertTrue(handout.page(1).contains("<a rel=\"previous\" href=\"a.html\">First</a>"));
  }

  @Test
  void aBookHasAllChaptersBehindItsContents() throws Exception {
    String book =
        new Handout(List.of(chapter("a", text("# First")), chapter("b", text("[x](a.ipynb)"))))
            .book("Both");
    assertTrue(book.contains("<title>Both</title>"), book);
    assertTrue(book.contains("<li><a href=\"#a\">First</a></li>"), book);
    assertTrue(book.contains("<article id=\"b\">"), book);
    assertTrue(book.contains("<p><a href=\"#a\">x</a></p>"), book);
  }

  @Test
  void hiddenCodeIsFolded() throws Exception {
    String cell =
        code("1")
            .replaceFirst(
                "\"metadata\": \\{}", "\"metadata\": {\"jupyter\": {\"source_hidden\": true}}");
    assertTrue(page(cell).contains("<details><summary>Code</summary>"));
    assertFalse(page(code("1")).contains("<details>"));
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws Exception {
    String page = page(text("# T"), code("1"));
    assertFalse(page.contains("<script") || page.contains("<link") || page.contains("url("), page);
  }

  @Test
  void longStringsAreNoDanger() {
    String literal = "\"" + "\\n".repeat(100_000) + "\"";
    assertTrue(JavaHtml.of("var s = " + literal + ";").contains("class=\"string\""));
  }

  @Test
  void aHandoutNeedsAChapter() {
    assertThrows(IllegalArgumentException.class, () -> new Handout(List.of()));
  }
}
