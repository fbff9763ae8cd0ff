package dev.weft.front.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellPartsTest {

  private static String shown(String code) {
    List<String> parts =
        CellParts.of(code).stream()
            .map(p -> p.kind() + (p.name().isEmpty() ? "" : " " + p.name()))
            .toList();
    return String.join(", ", parts);
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of("import java.util.*; int x = 1;", "IMPORT, VARIABLE x"),
        Arguments.of("/** d */ int f(int a) { return a; } f(2)", "METHOD f, STATEMENT"),
        Arguments.of("public static <T> List<T> g() throws Exception { }", "METHOD g"),
        Arguments.of(
            "record P(int x) { } class C<T> extends D { } enum E { A }", "TYPE P, TYPE C, TYPE E"),
        Arguments.of("record = 3; record.f()", "STATEMENT, STATEMENT"),
        Arguments.of("@interface A { } @A(1) final class B { }", "TYPE A, TYPE B"),
        Arguments.of("if (a) { b(); } else { c(); } d()", "STATEMENT, STATEMENT"),
        Arguments.of("do { a(); } while (b); c()", "STATEMENT, STATEMENT"),
        Arguments.of("for (int i = 0; i < 3; i++) { } x", "STATEMENT, STATEMENT"),
        Arguments.of("try { } catch (E e) { } finally { } y;", "STATEMENT, STATEMENT"),
        Arguments.of("int[] a = { 1, 2 }; Map<String, int[]> m = f();", "VARIABLE a, VARIABLE m"),
        Arguments.of("var r = new Object() { int n; }; r.n", "VARIABLE r, STATEMENT"),
        Arguments.of("foo(\nint y = 3;\nz", "STATEMENT, STATEMENT"),
        Arguments.of(
            "String s = \"{;\"; char c = '{'; // {\nt", "VARIABLE s, VARIABLE c, STATEMENT"),
        Arguments.of("a % b; x instanceof String t", "STATEMENT, STATEMENT"),
        Arguments.of("Runnable r = () -> { a(); };", "VARIABLE r"),
        Arguments.of(
            "sealed interface S permits A, B { } non-sealed class N { }", "TYPE S, TYPE N"),
        Arguments.of("} ) ] ;;", "STATEMENT, STATEMENT"),
        Arguments.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void kindsAndNames(String code, String parts) {
    assertEquals(parts, shown(code));
  }

  @Test
  void aPartBeginsWithTheCommentBeforeIt() {
    String code = "int a = 1;\n// twice\nint twice() { return 2; }";
    Part method = CellParts.of(code).getLast();
    assertEquals("// twice\nint twice() { return 2; }", method.text(code));
    assertEquals(code.indexOf("int twice"), method.codeStart());
  }

  @Test
  void unfinishedLiteralsEndWithTheirLine() {
    String code = "String s = \"open\nint x = 1;";
    assertEquals("VARIABLE s", shown(code));
    assertEquals(5, Tokens.all(code).stream().filter(t -> t.kind() == Token.Kind.WORD).count() + 1);
  }
}
