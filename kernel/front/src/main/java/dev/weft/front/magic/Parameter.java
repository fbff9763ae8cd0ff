package dev.weft.front.magic;

import java.util.List;

/**
 * Something that may follow a magic's name.
 *
 * @param syntax how it is written in help, as {@code -a} or {@code FILE} or {@code [SCOPE...]}
 * @param help what it means, in a few words
 * @param kind what it is completed with
 * @param choices the words to choose from, if the kind is {@link Kind#CHOICE}
 */
public record Parameter(String syntax, String help, Kind kind, List<String> choices) {

  /** What a parameter is completed with. */
  public enum Kind {
    /** Paths of files and folders. */
    FILE,
    /** Paths of folders. */
    FOLDER,
    /** Java code. */
    JAVA,
    /** Names of magics. */
    MAGIC,
    /** Names of the notebook's variables, methods and classes. */
    NAME,
    /** Names of environment variables. */
    ENVIRONMENT,
    /** One of the choices. */
    CHOICE,
    /** Nothing. */
    OTHER
  }

  /** Keeps its own unmodifiable copy. */
  public Parameter {
    choices = List.copyOf(choices);
  }

  /** Returns a parameter of a kind that needs no choices. */
  public static Parameter of(Kind kind, String syntax, String help) {
    return new Parameter(syntax, help, kind, List.of());
  }

  /** Returns an option such as {@code -a}, given alone or before its value ({@code --from ID}). */
  public static Parameter option(String syntax, String help) {
    String word = syntax.replaceAll("[\\[\\]]", "").split(" ", 2)[0];
    return new Parameter(syntax, help, Kind.CHOICE, List.of(word));
  }

  /** Returns whether it is an option, and no word by itself. */
  boolean isOption() {
    return syntax.startsWith("-") || syntax.startsWith("[-");
  }

  /** Returns a parameter with a fixed set of values. */
  public static Parameter choice(String syntax, String help, List<String> choices) {
    return new Parameter(syntax, help, Kind.CHOICE, choices);
  }
}
