package dev.weft.deadlock;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the user's own code a thread is. */
final class Place {

  private static final Pattern FRAME =
      Pattern.compile(
          "(?:.*/)?(?<type>[^/()]+)\\.(?<method>[^.()]+)\\((?<file>[^:()]*)(?::(?<line>\\d+))?\\)");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$.*");

  private Place() {}

  /** Returns the newest frame that is not of the JDK or of this library, in words; or empty. */
  static String of(List<String> frames) {
    for (String frame : frames) {
      Matcher parts = FRAME.matcher(frame);
      if (parts.matches() && isOfUser(parts.group("type"))) {
        return text(parts);
      }
    }
    return "";
  }

  private static boolean isOfUser(String type) {
    return !type.startsWith("java.")
        && !type.startsWith("jdk.")
        && !type.startsWith("sun.")
        && !type.startsWith("com.sun.")
        && !type.startsWith("dev.weft.");
  }

  private static String text(Matcher frame) {
    String method = frame.group("method");
    boolean named = !LAMBDA.matcher(method).matches() && !method.contains("$");
    String file = frame.group("file");
    String line = frame.group("line");
    boolean located = line != null && !file.isEmpty();
    String at = located ? file + ", line " + line : "";
    return named ? "in " + method + (located ? ", " + at : "") : at;
  }
}
