package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.link.Thrown;
import dev.weft.link.Thrown.Frame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CaretTest {

  private static final Frame CELL = new Frame("Cell-1", "top-level", Optional.of("Cell [1]"), 1);

  private static String marked(String type, String message, String line, Frame... frames) {
    Thrown thrown =
        new Thrown(
            type,
            Optional.of(message),
            List.of(frames),
            Optional.empty(),
            List.of(),
            OptionalInt.empty());
    Caret caret = Caret.find(thrown, frames.length - 1, line);
    return line.substring(caret.start(), caret.end());
  }

  @Test
  void marksTheOperation() {
    assertEquals("/", marked("java.lang.ArithmeticException", "", "int a = b / c;", CELL));
    assertEquals(
        ".foo",
        marked(
            "java.lang.NullPointerException",
            "Cannot read field \"foo\" because \"a\" is null",
            "int b = a.foo + 1;",
            CELL));
  }

  @Test
  void marksTheCall() {
    Frame called = new Frame("java.lang.Integer", "parseInt", Optional.empty(), 5);
    assertEquals("parseInt", marked("X", "", "int a = Integer.parseInt(s);", called, CELL));
    Frame made = new Frame("Point", "<init>", Optional.empty(), 5);
    assertEquals("new Point", marked("X", "", "var p = new Point(1);", made, CELL));
  }

  @Test
  void marksTheLineWhereItCanNotTell() {
    assertEquals(
        "int a = b / c / d;",
        marked("java.lang.ArithmeticException", "", "  int a = b / c / d; // why", CELL));
    assertEquals("f();", marked("java.lang.Error", "", "f();", CELL));
  }
}
