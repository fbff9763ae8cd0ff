package dev.weft.front.magic;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values of notebook variables in place of their names in braces. */
public final class Interpolation {

  private static final String NAME =
      "\\{(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)\\}";

  /** In a shell's command <code>${name}</code> is the shell's. */
  private static final Pattern IN_COMMAND = Pattern.compile("(?<!\\$)" + NAME);

  private static final Pattern IN_WORDS = Pattern.compile("\\$?" + NAME);

  private Interpolation() {}

  /**
   * Returns the text with values in place of names; what is no variable stays as it is.
   *
   * @param value the value of a variable, empty where there is none of that name
   */
  public static String apply(
      String text, Magic.Reading reading, Function<String, Optional<String>> value) {
    if (reading == Magic.Reading.VERBATIM || text.indexOf('{') < 0) {
      return text;
    }
    Pattern pattern = reading == Magic.Reading.COMMAND ? IN_COMMAND : IN_WORDS;
    return pattern
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(value.apply(found.group(1)).orElse(found.group())));
  }
}
