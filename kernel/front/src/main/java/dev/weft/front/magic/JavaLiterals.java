package dev.weft.front.magic;

import java.util.List;

/** Java expressions for what magics return. */
public final class JavaLiterals {

  /** A class file holds no longer constant than 65,535 bytes, of which a char takes up to three. */
  private static final int CHUNK = 20_000;

  private static final String SEPARATOR = "\u0000";

  private JavaLiterals() {}

  /** Returns an expression for the value. */
  public static String of(MagicValue value) {
    return switch (value) {
      case MagicValue.None _ -> "null";
      case MagicValue.Text(String text) -> text(text);
      case MagicValue.Texts(List<String> texts) -> texts(texts);
      case MagicValue.Expression expression -> expression.java().text();
      case MagicValue.Ran _, MagicValue.Framed _ -> "null";
    };
  }

  /** Returns an expression for a list that can be changed. */
  public static String texts(List<String> texts) {
    String list =
        texts.isEmpty()
            ? "java.util.List.<String>of()"
            : "java.util.List.of(" + text(String.join(SEPARATOR, texts)) + ".split(\"\\0\", -1))";
    return "new java.util.ArrayList<String>(" + list + ")";
  }

  /** Returns an expression for a text of any length. */
  public static String text(String text) {
    StringBuilder java = new StringBuilder();
    for (int from = 0; from == 0 || from < text.length(); from += CHUNK) {
      String literal = literal(text.substring(from, Math.min(text.length(), from + CHUNK)));
      java.append(from == 0 ? literal : ".concat(" + literal + ")");
    }
    return java.toString();
  }

  private static String literal(String text) {
    StringBuilder java = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> java.append("\\\"");
        case '\\' -> java.append("\\\\");
        case '\n' -> java.append("\\n");
        case '\r' -> java.append("\\r");
        default -> java.append(c < ' ' ? octal(c) : String.valueOf(c));
      }
    }
    return java.append('"').toString();
  }

  /** Three digits, so that what follows is none of them. */
  private static String octal(char c) {
    return "\\" + (c >> 6) + (c >> 3 & 7) + (c & 7);
  }
}
