package dev.weft.front.magic;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words: double quotes hold blanks, a backslash escapes one of these signs. */
final class Words {

  private static final String ESCAPABLE = "\\\" \t";

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean inQuotes;

  private Words() {}

  static List<String> split(String line) {
    Words words = new Words();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && ESCAPABLE.indexOf(line.charAt(i + 1)) >= 0) {
        words.add(line.charAt(++i));
      } else {
        words.take(c);
      }
    }
    words.end();
    return words.words;
  }

  private void take(char c) {
    if (c == '"') {
      inQuotes = !inQuotes;
      inWord = true;
    } else if (!inQuotes && Character.isWhitespace(c)) {
      end();
    } else {
      add(c);
    }
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }
}
