package dev.weft.front.jshell;

import dev.weft.link.Thrown;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a line in which an exception came up.
 *
 * <p>A stack trace knows lines only. What was called, or what kind of operation fails so, tells
 * which part of the line it was, if there is one such part; otherwise it is the whole line.
 *
 * @param start where the part begins in the line
 * @param end where it ends
 */
record Caret(int start, int end) {

  private static final Pattern MEMBER =
      Pattern.compile("(?:invoke|read field|assign field) \"(.*)\"");

  /** Finds it for the frame at an index, given the text of the frame's line. */
  static Caret find(Thrown thrown, int frame, String line) {
    String code = SourceMask.mask(line);
    String part = frame == 0 ? failing(thrown) : called(thrown.frames().get(frame - 1));
    Matcher matcher = Pattern.compile(part).matcher(code);
    if (!part.isEmpty() && matcher.find()) {
      Caret caret = new Caret(matcher.start(), matcher.end());
      if (!matcher.find()) {
        return caret;
      }
    }
    return whole(code);
  }

  private static Caret whole(String code) {
    int end = code.stripTrailing().length();
    int start = Math.min(end, code.length() - code.stripLeading().length());
    return new Caret(start, Math.max(start + 1, end));
  }

  /** Returns what the call of a frame's method looks like. */
  private static String called(Thrown.Frame frame) {
    String type = frame.className();
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    String name = frame.methodName();
    if (name.startsWith("<") && Character.isJavaIdentifierStart(simple.charAt(0))) {
      return "\\bnew\\s+(?:\\w+\\.)*" + Pattern.quote(simple);
    }
    return name.matches("\\w+") ? "\\b" + name + "(?=\\s*\\()" : "";
  }

  /** Returns what an operation looks like that fails with an exception. */
  private static String failing(Thrown thrown) {
    return switch (thrown.className()) {
      case "java.lang.ArithmeticException" -> "[/%]";
      case "java.lang.ArrayIndexOutOfBoundsException",
          "java.lang.NegativeArraySizeException",
          "java.lang.ArrayStoreException" ->
          "\\[[^\\[\\]]*\\]";
      case "java.lang.ClassCastException" -> "\\((?:\\w+\\.)*\\p{Lu}\\w*(?:<[^()]*>)?\\)";
      case "java.lang.AssertionError" -> "\\bassert\\b.*?(?=:|;|$)";
      case "java.lang.NullPointerException" -> missing(thrown.message().orElse(""));
      default -> "\\bthrow\\b[^;]*";
    };
  }

  /** Reads what the JVM says of a null. */
  private static String missing(String message) {
    Matcher member = MEMBER.matcher(message.replaceFirst(" because .*", ""));
    if (member.find()) {
      String name = member.group(1).replaceFirst("\\(.*", "");
      return "\\." + Pattern.quote(name.substring(name.lastIndexOf('.') + 1)) + "\\b";
    }
    if (message.contains(" array")) {
      return "\\[[^\\[\\]]*\\]";
    }
    return message.startsWith("Cannot throw") ? "\\bthrow\\b[^;]*" : "";
  }
}
