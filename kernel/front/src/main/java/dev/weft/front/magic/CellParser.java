package dev.weft.front.magic;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides a cell into Java and magics.
 *
 * <p>A line is a magic where a Java statement could begin, and, behind an equals sign, where only a
 * value could stand. Where {@code %} could be an operator it is one, unless a magic has that name
 * and nothing in Java has. Comments, strings and text blocks are Java whatever they hold.
 */
public final class CellParser {

  private static final Pattern CELL_MAGIC =
      Pattern.compile("%%([!\\p{javaJavaIdentifierPart}]+)(?=\\s|\\z)[ \\t]*([^\\n]*)");

  /** Blank lines, and comments in which nbval finds its orders. */
  private static final Pattern PREAMBLE =
      Pattern.compile("(?:[ \\t]*(?:#[ \\t]*NBVAL[^\\n]*)?\\n)*");

  private CellParser() {}

  /** Returns whether it is worth the while to parse the cell; cheap, and sometimes in vain. */
  public static boolean mayHaveMagic(String code) {
    boolean lineStart = true;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '%' || (lineStart && (c == '!' || c == '#' || isCommand(code, i)))) {
        return true;
      }
      lineStart = c == '\n' || (lineStart && (c == ' ' || c == '\t'));
    }
    return false;
  }

  private static boolean isCommand(String code, int at) {
    if (code.charAt(at) != '/' || at + 1 == code.length()) {
      return false;
    }
    char next = code.charAt(at + 1);
    return Character.isLetter(next)
        || (next == '/' && at + 2 < code.length() && Character.isUpperCase(code.charAt(at + 2)));
  }

  /** Returns the segments of a cell in order; together they hold all of its Java. */
  public static List<Segment> parse(String code, Names names) {
    Matcher preamble = PREAMBLE.matcher(code);
    int start = preamble.lookingAt() ? preamble.end() : 0;
    Matcher cell = CELL_MAGIC.matcher(code).region(start, code.length());
    if (cell.lookingAt()) {
      return List.of(whole(code, cell));
    }
    return new SegmentScanner(code, start, names).scan();
  }

  private static Segment whole(String code, Matcher cell) {
    Source arguments = Source.inCell(cell.group(2).strip(), cell.start(2));
    int bodyStart = Math.min(code.length(), cell.end() + 1);
    Source body = Source.inCell(code.substring(bodyStart), bodyStart);
    return new Segment.Whole(
        new MagicCall(cell.group(1), arguments, cell.start(), cell.end()), body);
  }

  /**
   * Returns the cell with blanks in place of magics, so that offsets stay, and with {@code null} in
   * place of values of magics; a cell that is one magic is all blank.
   */
  public static String withoutMagics(String code, Names names) {
    StringBuilder java = new StringBuilder(code);
    int end = 0;
    for (Segment segment : parse(code, names)) {
      switch (segment) {
        case Segment.Java(int start, int _, List<Segment.Nested> nested) -> {
          blank(java, end, start);
          nested.forEach(each -> replace(java, each.call(), each.isAssigned()));
        }
        case Segment.Line(MagicCall call) -> replace(java, call, false);
        case Segment.Assigned(int _, MagicCall call) -> replace(java, call, true);
        case Segment.Whole _ -> blank(java, 0, java.length());
      }
      end = end(segment);
    }
    return java.toString();
  }

  private static int end(Segment segment) {
    return switch (segment) {
      case Segment.Java java -> java.end();
      case Segment.Line(MagicCall call) -> call.end();
      case Segment.Assigned(int _, MagicCall call) -> call.end();
      case Segment.Whole(MagicCall _, Source body) -> body.offset() + body.text().length();
    };
  }

  private static void replace(StringBuilder java, MagicCall call, boolean byNull) {
    blank(java, call.start(), call.end());
    String value = "null;";
    if (byNull && call.end() - call.start() >= value.length()) {
      java.replace(call.start(), call.start() + value.length(), value);
    }
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
