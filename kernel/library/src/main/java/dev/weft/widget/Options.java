package dev.weft.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options and the words that stand for them. */
final class Options {

  private Options() {}

  /** Labels each option with its text; those with equal text are counted. */
  static <T> Map<String, T> labelled(List<? extends T> options) {
    Map<String, T> labelled = new LinkedHashMap<>();
    for (T option : options) {
      String text = String.valueOf(option);
      String label = text;
      for (int i = 2; labelled.containsKey(label); i++) {
        label = text + " (" + i + ")";
      }
      labelled.put(label, option);
    }
    return labelled;
  }
}
