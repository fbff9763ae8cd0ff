package dev.weft.runner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookTest {
  private static final String VALID =
      "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unicode",
        "attachments-raw",
        "outputs-widgets",
        "empty",
        "minor-0",
        "minor-2",
        "minor-4",
        "python"
      })
  void writesWhatNbformatWroteByteForByte(String name) throws IOException {
    byte[] original = resource(name + ".ipynb");
    Path copy = Files.write(folder.resolve("copy.ipynb"), original);

    Notebook.read(copy).write(copy);

    assertArrayEquals(original, Files.readAllBytes(copy));
  }

  @Test
  void keepsOrderOfFieldsNumbersAndHalvesOfPairs() throws NotebookException {
    String text =
        """
        {
         "nbformat": 4,
         "nbformat_minor": 4,
         "zulu": [
          1.0,
          1,
          -0.0,
          1E+05,
          123456789012345678901234567890,
          "\\ud800 <&'=>"
         ],
         "metadata": {},
         "cells": []
        }
        """;
    assertEquals(text, Notebook.parse(text).toJson());
  }

  @Test
  void readsSourceAsLinesOrAsOneString() throws NotebookException {
    String lines = TestNotebooks.withCells("X").replace("\"X\"", "[\"a\\n\", \"b\"]");
    assertEquals("a\nb", Notebook.parse(lines).cells().getFirst().source());
    String one = TestNotebooks.withCells("a\nb");
    assertEquals("a\nb", Notebook.parse(one).cells().getFirst().source());
  }

  @Test
  void splitsLinesWherePythonDoes() {
    assertEquals(
        "[\"a\\n\",\"\\r\\n\",\"b\\r\",\"c\\u2028\",\"d\u0085\",\"e\\u001c\",\"f\"]",
        NotebookJson.lines("a\n\r\nb\rc\u2028d\u0085e\u001cf").toString());
    assertEquals("[]", NotebookJson.lines("").toString());
    assertEquals("[\"a\\n\"]", NotebookJson.lines("a\n").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                             | not JSON: it is empty
          {"cells": [                                    | not JSON: it ends too early at line 1, column 12
          {"cells": [}                                   | not JSON: unexpected text at line 1, column 12
          {'cells': []}                                  | not JSON: unexpected text at line 1, column 3
          {"a": 1} x                                     | not JSON: unexpected text at line 1, column 11
          {"a": NaN}                                     | not JSON: unexpected text at line 1, column 7
          []                                             | not a notebook: it has no field "nbformat"
          {}                                             | not a notebook: it has no field "nbformat"
          {"nbformat": "4"}                              | not a notebook: it has no field "nbformat"
          {"nbformat": 3, "worksheets": []}              | notebook format 3 is too old: upgrade it with `jupyter nbconvert --to notebook`
          {"nbformat": 5}                                | notebook format 5 is not known, only 4 is
          {"nbformat": 4}                                | not a notebook: it has no field "nbformat_minor"
          {"nbformat": 4, "nbformat_minor": 5}           | not a notebook: it has no object "metadata"
          {"nbformat": 4, "nbformat_minor": 5, "metadata": {}} | not a notebook: it has no list "cells"
          {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{}]} | not a notebook: cell 1 lacks its type, metadata or source
          """)
  void saysInOneLineWhyItIsNotANotebook(String text, String message) {
    NotebookException e = assertThrows(NotebookException.class, () -> Notebook.parse(text));
    assertEquals(message, e.getMessage());
  }

  @Test
  void namesTheFileThatCannotBeRead() throws IOException {
    Path missing = folder.resolve("missing.ipynb");
    assertEquals(missing + ": no such file", messageOfReading(missing));
    assertEquals(folder + ": is a folder, not a notebook", messageOfReading(folder));
    Path latin = Files.write(folder.resolve("latin.ipynb"), new byte[] {'"', (byte) 0xe9, '"'});
    assertEquals(latin + ": not JSON: its text is not UTF-8", messageOfReading(latin));
    Path text = Files.writeString(folder.resolve("text.ipynb"), "\n\nhello");
    assertEquals(text + ": not JSON: unexpected text at line 3, column 1", messageOfReading(text));
  }

  private static String messageOfReading(Path file) {
    return Objects.requireNonNull(
        assertThrows(NotebookException.class, () -> Notebook.read(file)).getMessage());
  }

  @Test
  void replacesAFileWholeAndKeepsLinkAndPermissions() throws IOException {
    Path target = Files.writeString(folder.resolve("target.ipynb"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), target);
    Path hardLink = Files.createLink(folder.resolve("before.ipynb"), target);

    Notebook.parse(VALID).write(link);

    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(target).contains("nbformat"));
    assertEquals("old", Files.readString(hardLink), "written over in place");
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count(), "nothing is left over");
    }
  }

  @Test
  void namesTheFileThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path impossible = file.resolve("x.ipynb");
    NotebookException e =
        assertThrows(NotebookException.class, () -> Notebook.parse(VALID).write(impossible));
    assertTrue(e.getMessage().startsWith(impossible + ": cannot be written: "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void newFieldsGoWhereTheyBelongByName() throws NotebookException {
    var object = NotebookJson.parse("{\"a\": 1, \"c\": 2, \"b\": 3}").getAsJsonObject();
    NotebookJson.put(object, "bb", NotebookJson.parse("0"));
    NotebookJson.put(object, "c", NotebookJson.parse("5"));
    NotebookJson.put(object, "z", NotebookJson.parse("9"));
    assertEquals(List.of("a", "bb", "c", "b", "z"), List.copyOf(object.keySet()));
    assertEquals("5", object.get("c").toString());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NotebookTest.class.getResourceAsStream("/notebooks/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void resourcesHoldWhatTheyAreMeantToTest() throws IOException {
    String unicode = new String(resource("unicode.ipynb"), StandardCharsets.UTF_8);
    assertTrue(unicode.contains("\u2028") && unicode.contains("\u007f"));
    String outputs = new String(resource("outputs-widgets.ipynb"), StandardCharsets.UTF_8);
    assertTrue(outputs.contains("12345678901234567890123456789") && outputs.contains("-0.0"));
  }
}
