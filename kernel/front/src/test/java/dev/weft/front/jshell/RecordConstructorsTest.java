package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RecordConstructorsTest {

  private static String opened(String source) {
    return RecordConstructors.open(new Piece(source, 0)).source();
  }

  @Test
  void makesThemPublic() {
    assertEquals("record P(int x) { public P {} }", opened("record P(int x) { P {} }"));
    assertEquals(
        "record P<T>(T x) { int y() { return 1; } @Deprecated public P(T x) { this.x = x; } }",
        opened("record P<T>(T x) { int y() { return 1; } @Deprecated P(T x) { this.x = x; } }"));
  }

  @Test
  void leavesOtherCodeAlone() {
    Piece said = new Piece("record P(int x) { public P {} static P of() { return new P(1); } }", 0);
    assertSame(said, RecordConstructors.open(said));
    Piece nested = new Piece("class A { record P(int x) { P {} } }", 0);
    assertSame(nested, RecordConstructors.open(nested));
    Piece text = new Piece("String record = \"record P(int x) { P {} }\";", 0);
    assertSame(text, RecordConstructors.open(text));
  }

  @Test
  void offsetsStayThoseOfTheCell() {
    String cell = "  record P(int x) { P { bad } }";
    Piece piece = RecordConstructors.open(new Piece(cell.substring(2), 2));
    int bad = piece.source().indexOf("bad");
    assertEquals(cell.indexOf("bad"), piece.toCell(bad, cell));
    assertEquals(2, piece.toCell(0, cell));
  }
}
