package dev.weft.front.history;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns of {@code *}, {@code ?} and {@code [..]}, as file names are matched. */
final class Glob {

  private Glob() {}

  /** Matches whole texts; a bracket that is not closed, or holds no range, stands for itself. */
  static Predicate<String> of(String glob) {
    StringBuilder regex = new StringBuilder();
    int index = 0;
    while (index < glob.length()) {
      int close = glob.charAt(index) == '[' ? closing(glob, index) : -1;
      if (close > 0) {
        regex.append(characterClass(glob.substring(index + 1, close)));
        index = close + 1;
      } else {
        regex.append(single(glob.charAt(index++)));
      }
    }
    return compiled(regex.toString(), glob).asMatchPredicate();
  }

  private static String single(char c) {
    return switch (c) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(String.valueOf(c));
    };
  }

  /** The end of the bracket; one right after its start belongs to it. */
  private static int closing(String glob, int open) {
    int first = open + 1;
    if (first < glob.length() && (glob.charAt(first) == '^' || glob.charAt(first) == '!')) {
      first++;
    }
    return glob.indexOf(']', first + 1);
  }

  private static String characterClass(String inside) {
    boolean negated = inside.startsWith("^") || inside.startsWith("!");
    String members = negated ? inside.substring(1) : inside;
    return (negated ? "[^" : "[") + members.replaceAll("[\\[\\]\\\\&^]", "\\\\$0") + "]";
  }

  private static Pattern compiled(String regex, String glob) {
    try {
      return Pattern.compile(regex, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      return Pattern.compile(glob, Pattern.LITERAL);
    }
  }
}
