package dev.weft.testkit.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell, and what it must do.
 *
 * @param line where it stands in its file
 * @param value its value as plain text; empty if it must have none
 * @param stdout all that it must print
 * @param notes texts that its standard error must have; none if that must be empty
 * @param error the name of its error; empty if it must succeed
 * @param says texts that its error must have
 * @param shown texts that what it displays must have; none if it must display nothing
 */
public record ScenarioCell(
    int line,
    String code,
    String value,
    String stdout,
    List<String> notes,
    String error,
    List<String> says,
    List<String> shown) {

  /** Returns what is not as it must be, a line each. */
  List<String> complaints(Observed seen) {
    List<String> complaints = new ArrayList<>();
    same("error", error, seen.error(), complaints);
    same("value", value, seen.value(), complaints);
    same("out", stdout, seen.stdout().stripTrailing(), complaints);
    if (notes.isEmpty() && !seen.stderr().isEmpty()) {
      complaints.add("a note that is not expected");
    }
    if (shown.isEmpty() && !seen.shown().isEmpty()) {
      complaints.add("a display that is not expected");
    }
    shown.forEach(text -> contains("shown", text, seen.shown(), complaints));
    notes.forEach(text -> contains("note", text, seen.stderr(), complaints));
    says.forEach(text -> contains("says", text, seen.traceback(), complaints));
    return complaints;
  }

  private static void same(String key, String expected, String seen, List<String> complaints) {
    if (!seen.equals(expected)) {
      complaints.add(key + " should be: " + expected);
    }
  }

  private static void contains(String key, String part, String seen, List<String> complaints) {
    boolean negated = part.startsWith("NOT ");
    String text = negated ? part.substring("NOT ".length()) : part;
    if (seen.contains(text) == negated) {
      complaints.add(key + " should " + (negated ? "not have: " : "have: ") + text);
    }
  }
}
