package dev.weft.front.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTest {

  private static final Names NAMES =
      new Names(
          Set.of("time", "jars", "maven", "who", "//DEPS", "/vars")::contains,
          Set.of("known", "flag")::contains);

  /** Writes segments down: Java as it stands, magics as name and arguments in brackets. */
  private static List<String> read(String code) {
    return CellParser.parse(code, NAMES).stream().map(segment -> text(code, segment)).toList();
  }

  private static String text(String code, Segment segment) {
    return switch (segment) {
      case Segment.Java(int start, int end, var nested) ->
          code.substring(start, end).strip() + (nested.isEmpty() ? "" : " nested " + nested.size());
      case Segment.Line(MagicCall call) -> call(call);
      case Segment.Assigned(int start, MagicCall call) ->
          code.substring(start, call.start()).strip() + call(call);
      case Segment.Whole(MagicCall call, Source body) -> call(call) + body.text();
    };
  }

  private static String call(MagicCall call) {
    return "[" + call.name() + "|" + call.arguments().text() + "]";
  }

  @Test
  void linesStandBetweenJava() {
    assertEquals(
        List.of("int a = 1;", "[who|]", "[jars|x/*.jar b.jar]", "a + 1"),
        read("int a = 1;\n%who\n  %jars  x/*.jar b.jar \na + 1"));
    assertEquals(List.of("[maven|g:a:1]", "class A {}"), read("%maven g:a:1\nclass A {}"));
    assertEquals(List.of("class A {}", "[nosuch|x]"), read("class A {}\n%nosuch x"));
    assertEquals(List.of("[who|]"), read("\n\n // why\n%who").subList(1, 2));
  }

  @Test
  void valuesAreAssigned() {
    assertEquals(
        List.of("import x.Y; int a;", "List<String> j =[jars|x/*.jar]", "j.size()"),
        read("import x.Y; int a; List<String> j = %jars x/*.jar\nj.size()"));
    assertEquals(List.of("var t =[time|f(\"%d\", 3);]"), read("var t = %time f(\"%d\", 3);"));
    assertEquals(List.of("var t =[who|]"), read("var t =\n    %who"));
    assertEquals(List.of("s +=[who|]"), read("s += %who"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int c = a\n  % b;",
        "int c = a\n  %b;",
        "int c = a\n%b\n%c;",
        "int c = foo(a)\n  %b + 3;",
        "int time = 3; int x = 7\n  %time;",
        "int x = 7\n  %known;",
        "String s = \"\"\"\n%who\n%%time\n!ls\n\"\"\";",
        "/*\n%who\n*/\nint a;",
        "// a\n// %who\nint a;",
        "String s = \"a = %s\";\nString.format(\"%who\", 3)",
        "char c = '\"';\nint d = 5\n%known;",
        "foo(\n%who\n)",
        "foo(a,\n%who)",
        "boolean b = a == %who;",
        "int y = switch (x) { default -> { yield 7; } }\n%known;",
        "int y = 1 + switch (x) { default -> 7; }\n%b;",
        "!flag",
        "!list.isEmpty()",
        "!isDone(x) && true",
        "!(a && b)",
        "!true",
        "boolean done = false;\n!done",
        "boolean b = a\n  && c\n  != d;",
        "int half = whole\n  /two;",
        "//DEP x\nint a;",
        "// DEPS g:a:1\nint a;",
        "int[] a = {5\n%b};",
        "x = a\n  % who();",
        "\"unclosed\nint a",
        "'",
        "}\n)]",
      })
  void javaIsJava(String code) {
    assertEquals(List.of(code.strip()), read(code));
    assertEquals(code, CellParser.withoutMagics(code, NAMES));
  }

  @Test
  void aMissingSemicolonDoesNotHideAKnownMagic() {
    assertEquals(List.of("int x = 3", "[time|foo()]"), read("int x = 3\n%time foo()"));
    assertEquals(List.of("int x = 3", "[maven|g:a:1]"), read("int x = 3\n%maven g:a:1"));
  }

  @Test
  void commands() {
    assertEquals(List.of("[!|ls -la | grep x]"), read("!ls -la | grep x"));
    assertEquals(
        List.of("int a;", "[!|./run.sh it's]", "int b;"), read("int a;\n!./run.sh it's\nint b;"));
    assertEquals(List.of("[!|echo a \\\n  b]", "int c;"), read("!echo a \\\n  b\nint c;"));
    assertEquals(List.of("[/vars|]", "[/nosuch|x]"), read("/vars\n/nosuch x"));
    assertEquals(List.of("[//DEPS|g:a:1 g:b:2]", "int a;"), read("//DEPS g:a:1 g:b:2\nint a;"));
  }

  @Test
  void theCellsFirstLineTakesItWhole() {
    assertEquals(List.of("[time|-n 3]int a;\n%who"), read("%%time -n 3\nint a;\n%who"));
    assertEquals(List.of("[bash|]"), read("%%bash"));
    assertEquals(List.of("[!|]ls"), read("%%!\nls"));
    assertEquals(List.of("[bash|]ls"), read("\n# NBVAL_SKIP\n%%bash\nls"));
    assertEquals(List.of("int a;", "[%%time|]", "int b;"), read("int a;\n%%time\nint b;"));
  }

  @Test
  void helpIsAskedForWithAQuestionMark() {
    assertEquals(List.of("[magic|who]"), read("%who?"));
  }

  @Test
  void commentsOfNbvalAreLeftOut() {
    assertEquals(List.of("int a = 1;"), read("# NBVAL_IGNORE_OUTPUT\nint a = 1;"));
  }

  @Test
  void magicsInBlocksAreNested() {
    String code = "for (int i = 0; i < 2; i++) {\n  %who\n  var l = %jars a b\n  f();\n}";
    assertEquals(List.of(code + " nested 2"), read(code));
    assertEquals(
        "for (int i = 0; i < 2; i++) {\n      \n  var l = null;    \n  f();\n}",
        CellParser.withoutMagics(code, NAMES));
  }

  @Test
  void withoutMagicsKeepsOffsets() {
    assertEquals(
        "int a;\n      \nvar j = null;  \na.",
        CellParser.withoutMagics("int a;\n%who a\nvar j = %jars x\na.", NAMES));
    assertEquals("      \n  \n", CellParser.withoutMagics("%%bash\nls\n", NAMES));
  }

  @Test
  void mostCellsNeedNoParsing() {
    assertFalse(CellParser.mayHaveMagic("int a = 5 / 2; // half\nfoo();\n// a comment\na != b"));
    assertTrue(CellParser.mayHaveMagic("  !ls"));
    assertTrue(CellParser.mayHaveMagic("int a;\n/vars"));
    assertTrue(CellParser.mayHaveMagic("//DEPS g:a:1"));
  }
}
