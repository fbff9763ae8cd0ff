package dev.weft.timeline;

import java.util.regex.Pattern;

/** Names of threads in which {@code *} is any text and {@code ?} any sign. */
record NamePattern(Pattern pattern) {

  static NamePattern of(String text) {
    StringBuilder regex = new StringBuilder();
    for (String each : text.splitWithDelimiters("[*?]", -1)) {
      regex.append(
          switch (each) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(each);
          });
    }
    return new NamePattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
