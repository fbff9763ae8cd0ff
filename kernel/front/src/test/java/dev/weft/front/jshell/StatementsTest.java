package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

  private static List<Integer> groupSizes(String... sources) {
    List<Piece> pieces = new ArrayList<>();
    int offset = 0;
    for (String source : sources) {
      pieces.add(new Piece(source, offset));
      offset += source.length();
    }
    return Statements.group(pieces).stream().map(g -> g.pieces().size()).toList();
  }

  @Test
  void consecutiveStatementsAreOneGroup() {
    assertEquals(
        List.of(1, 3, 1), groupSizes("int i;", "i = 3;", "for (;;) break;", "f(i);", "g()"));
  }

  @Test
  void theLastExpressionStandsAloneAndTheLastAssignmentDoesNot() {
    assertEquals(List.of(1, 1), groupSizes("f();", "g();"));
    assertEquals(List.of(2), groupSizes("f();", "x[2] = 3;"));
    assertEquals(List.of(2), groupSizes("f();", "x++;"));
  }

  @Test
  void whatIsLeftOutBetweenPiecesSeparatesThem() {
    List<Piece> pieces = List.of(new Piece("a();", 0), new Piece("b();", 30), new Piece("c", 34));
    assertEquals(3, Statements.group(pieces).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = 1;",
        "int[] a = {1};",
        "List<String> l = f();",
        "void f() {}",
        "record P(int a) {}",
        "class A {}",
        "import java.util.*;",
        "sealed interface S permits A {}",
        "@Deprecated int f() { return 1; }",
        "var x = f();",
        "static int y = 3;",
        "java.util.List<String> q = null;"
      })
  void declarationsAreNoStatements(String declaration) {
    assertEquals(List.of(1, 1, 1), groupSizes("f();", declaration, "g();"));
  }
}
