package dev.weft.front.options;

import java.util.ArrayList;
import java.util.List;

/**
 * JVM options in one environment variable, quoted as in {@code JDK_JAVA_OPTIONS}.
 *
 * <p>Blanks separate options; what stands between single or double quotes keeps its blanks; there
 * is no escape character, so that Windows paths need no care.
 *
 * <pre>{@code
 * JvmArgs.join(List.of("-Xmx2g", "-Dname=a b"));   // -Xmx2g "-Dname=a b"
 * JvmArgs.split("-Xmx2g '-Dname=a b'");            // [-Xmx2g, -Dname=a b]
 * }</pre>
 */
public final class JvmArgs {
  private JvmArgs() {}

  /** Returns one line from which {@link #split} gets the same options back. */
  public static String join(List<String> options) {
    return String.join(" ", options.stream().map(JvmArgs::quote).toList());
  }

  /**
   * Returns the options in a line.
   *
   * @throws IllegalArgumentException if a quote has no end
   */
  public static List<String> split(String line) {
    List<String> options = new ArrayList<>();
    StringBuilder option = new StringBuilder();
    boolean inside = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        inside = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        flush(options, option, inside);
        inside = false;
      } else {
        option.append(c);
        inside = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("A quote (" + quote + ") has no end in: " + line);
    }
    flush(options, option, inside);
    return options;
  }

  private static void flush(List<String> options, StringBuilder option, boolean inside) {
    if (inside) {
      options.add(option.toString());
      option.setLength(0);
    }
  }

  private static String quote(String option) {
    if (!option.isEmpty() && option.chars().noneMatch(JvmArgs::isSpecial)) {
      return option;
    }
    return '"' + option.replace("\"", "\"'\"'\"") + '"';
  }

  private static boolean isSpecial(int c) {
    return Character.isWhitespace(c) || c == '"' || c == '\'';
  }
}
