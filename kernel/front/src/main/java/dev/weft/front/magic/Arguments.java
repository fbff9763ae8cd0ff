package dev.weft.front.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows a magic's name.
 *
 * @param source all of it as it was written, without blanks around it
 * @param words its words: double quotes hold blanks, a backslash takes away a character's meaning
 * @param isAssigned whether Java code takes the value, so that it need not be printed
 */
public record Arguments(Source source, List<String> words, boolean isAssigned) {

  /** Keeps its own unmodifiable copy. */
  public Arguments {
    words = List.copyOf(words);
  }

  /** Returns what was written, read as words. */
  public static Arguments of(Source source, boolean isAssigned) {
    return new Arguments(source, Words.split(source.text()), isAssigned);
  }

  /** Returns the words that Java code has given to a magic, whose value it may use or not. */
  public static Arguments ofWords(List<String> words) {
    return new Arguments(Source.inCell(String.join(" ", words), 0), words, false);
  }

  /** Returns all of it as it was written. */
  public String text() {
    return source.text();
  }

  /** Returns whether one of these words is there, as {@code -a} or {@code --append}. */
  public boolean has(String... options) {
    return words.stream().anyMatch(Set.of(options)::contains);
  }

  /**
   * Returns the word after an option, or behind its equals sign.
   *
   * @throws MagicException if the option is the last word
   */
  public Optional<String> option(String name) throws MagicException {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith(name + "=")) {
        return Optional.of(words.get(i).substring(name.length() + 1));
      }
      if (words.get(i).equals(name)) {
        if (i + 1 == words.size()) {
          throw new MagicException("The option " + name + " needs a value.");
        }
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** Returns the words that are no options, without the values of the named options. */
  public List<String> plain(String... optionsWithValue) {
    Set<String> valued = Set.of(optionsWithValue);
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (valued.contains(words.get(i))) {
        i++;
      } else if (!isOption(words.get(i))) {
        plain.add(words.get(i));
      }
    }
    return plain;
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-';
  }

  /**
   * Returns the only plain word.
   *
   * @param what what it is, for the message, as {@code the name of a file}
   * @throws MagicException if there is none, or more than one
   */
  public String single(String what) throws MagicException {
    List<String> plain = plain();
    if (plain.size() != 1) {
      throw new MagicException(
          "Write " + what + " behind the magic's name; there " + counted(plain) + ".");
    }
    return plain.getFirst();
  }

  private static String counted(List<String> plain) {
    return plain.isEmpty() ? "is nothing" : "are " + plain.size() + " words: " + plain;
  }
}
