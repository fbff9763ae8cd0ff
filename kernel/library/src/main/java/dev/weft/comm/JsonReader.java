package dev.weft.comm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON document. */
final class JsonReader {

  private static final int LONGEST_NUMBER = 1000;

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  @Nullable Object readDocument() {
    Object value = readValue(0);
    expectEnd();
    return value;
  }

  Map<String, @Nullable Object> readObjectDocument() {
    Map<String, @Nullable Object> object = readObject(0);
    expectEnd();
    return object;
  }

  private void expectEnd() {
    skipSpace();
    if (at < text.length()) {
      throw wrong("the end");
    }
  }

  private @Nullable Object readValue(int depth) {
    if (depth > Json.DEEPEST) {
      throw wrong("less nesting");
    }
    skipSpace();
    return switch (peek()) {
      case '{' -> readObject(depth);
      case '[' -> readArray(depth);
      case '"' -> readString();
      case 't' -> readWord("true", true);
      case 'f' -> readWord("false", false);
      case 'n' -> readWord("null", null);
      default -> readNumber();
    };
  }

  private Map<String, @Nullable Object> readObject(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    expect('{');
    if (!isNext('}')) {
      do {
        skipSpace();
        String name = readString();
        skipSpace();
        expect(':');
        object.put(name, readValue(depth + 1));
      } while (isNext(','));
      expect('}');
    }
    return object;
  }

  private List<@Nullable Object> readArray(int depth) {
    List<@Nullable Object> array = new ArrayList<>();
    expect('[');
    if (!isNext(']')) {
      do {
        array.add(readValue(depth + 1));
      } while (isNext(','));
      expect(']');
    }
    return array;
  }

  private @Nullable Object readWord(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return value;
  }

  private String readString() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw wrong("an escape");
      }
      string.append(c == '\\' ? readEscape() : c);
    }
    at++;
    return string.toString();
  }

  private char readEscape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> readHex();
      default -> throw wrong("an escape");
    };
  }

  private char readHex() {
    if (at + 4 > text.length()) {
      throw wrong("four hexadecimal digits");
    }
    String digits = text.substring(at, at + 4);
    at += 4;
    if (!HEX.matcher(digits).matches()) {
      throw wrong("four hexadecimal digits");
    }
    return (char) Integer.parseInt(digits, 16);
  }

  private Number readNumber() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
      at = start;
      throw wrong("a value");
    }
    return WHOLE.matcher(number).matches() ? whole(number) : fraction(number);
  }

  private static Number whole(String number) {
    BigInteger value = new BigInteger(number);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  private static Number fraction(String number) {
    double value = Double.parseDouble(number);
    return Double.isFinite(value) ? (Number) value : new BigDecimal(number);
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  /** Skips white space, and the character if it comes next. */
  private boolean isNext(char wanted) {
    skipSpace();
    boolean next = at < text.length() && text.charAt(at) == wanted;
    at += next ? 1 : 0;
    return next;
  }

  private void expect(char wanted) {
    skipSpace();
    if (peek() != wanted) {
      throw wrong("'" + wanted + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String wanted) {
    return new IllegalArgumentException("Not JSON: " + wanted + " expected at offset " + at + ".");
  }
}
