package dev.weft.front.magic.maven;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads coordinates in the styles of Maven ({@code g:a[:type[:classifier]]:v}) and Ivy ({@code
 * g#a;v}).
 */
final class CoordinatesParser {

  private static final String FORM =
      "write group:artifact:version, for example com.google.guava:guava:33.4.8-jre";

  private static final Pattern PART = Pattern.compile("[\\w.+-]+");
  private static final Pattern VERSION = Pattern.compile("[\\w.+,()\\[\\]@~-]+");

  private static final Pattern IVY =
      Pattern.compile("([\\w./+=-]+)#([\\w./+=-]+)(?:#[\\w./+=-]+)?(?:;([^\\s;]+))?");

  /** Ivy's {@code 1.2.+}: every version that begins so. */
  private static final Pattern IVY_PREFIX = Pattern.compile("((?:\\d+\\.)*)(\\d+)\\.?\\+");

  private CoordinatesParser() {}

  /**
   * Reads coordinates; the version may be missing.
   *
   * @throws DependencyException if they are neither the one nor the other
   */
  static Coordinates parse(String text) throws DependencyException {
    return text.contains("#") ? ivy(text) : maven(text);
  }

  private static Coordinates maven(String text) throws DependencyException {
    List<String> parts = List.of(text.split(":", -1));
    if (parts.size() < 2 || parts.size() > 5) {
      throw wrong(text);
    }
    String version = parts.size() == 2 ? "" : parts.getLast();
    String type = parts.size() > 3 && !parts.get(2).isEmpty() ? parts.get(2) : "jar";
    String classifier = parts.size() > 4 ? parts.get(3) : "";
    boolean valid =
        matches(PART, parts.get(0), parts.get(1), type)
            && (classifier.isEmpty() || matches(PART, classifier))
            && (parts.size() == 2 || matches(VERSION, version));
    if (!valid) {
      throw wrong(text);
    }
    return new Coordinates(parts.get(0), parts.get(1), type, classifier, version);
  }

  private static boolean matches(Pattern pattern, String... parts) {
    return List.of(parts).stream().allMatch(part -> pattern.matcher(part).matches());
  }

  private static DependencyException wrong(String text) {
    return new DependencyException("'" + text + "' names no dependency: " + FORM + ".");
  }

  private static Coordinates ivy(String text) throws DependencyException {
    Matcher matcher = IVY.matcher(text);
    if (!matcher.matches()) {
      throw wrong(text);
    }
    String revision = matcher.group(3) == null ? "" : matcher.group(3);
    return Coordinates.jar(matcher.group(1), matcher.group(2), mavenVersion(revision));
  }

  /** Says an Ivy revision in Maven's words. */
  private static String mavenVersion(String revision) {
    if (revision.equals("latest.integration")) {
      return "LATEST";
    }
    if (revision.startsWith("latest.")) {
      return "RELEASE";
    }
    Matcher prefix = IVY_PREFIX.matcher(revision);
    if (prefix.matches()) {
      long last = Long.parseLong(prefix.group(2));
      String before = prefix.group(1);
      return "[" + before + last + "," + before + (last + 1) + "-alpha)";
    }
    return revision.startsWith("[") || revision.startsWith("]") || revision.startsWith("(")
        ? range(revision)
        : revision;
  }

  /** Ivy opens and closes a half-open range with brackets that look outwards. */
  private static String range(String revision) {
    char first = revision.charAt(0) == ']' ? '(' : revision.charAt(0);
    int end = revision.length() - 1;
    char last = revision.charAt(end) == '[' ? ')' : revision.charAt(end);
    return first + revision.substring(1, end) + last;
  }
}
