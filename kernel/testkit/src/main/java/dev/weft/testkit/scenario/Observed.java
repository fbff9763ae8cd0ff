package dev.weft.testkit.scenario;

/**
 * What a cell was seen to do.
 *
 * @param error the name of its error, or empty
 * @param traceback its error's value and lines, without colours
 * @param value its value as plain text, or empty
 * @param shown what it displayed, a line for each format: display or update, MIME type, content
 */
public record Observed(
    String error, String traceback, String value, String stdout, String stderr, String shown) {

  /** What a cell did that displayed nothing. */
  public Observed(String error, String traceback, String value, String stdout, String stderr) {
    this(error, traceback, value, stdout, stderr, "");
  }

  /** Returns a text without the escape sequences of colours. */
  public static String plain(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    add("value", value, text);
    add("out", stdout, text);
    add("note", stderr, text);
    add("error", error, text);
    add("says", traceback, text);
    add("shown", shown, text);
    return text.toString();
  }

  private static void add(String key, String lines, StringBuilder text) {
    lines.lines().forEach(line -> text.append(key).append(": ").append(line).append('\n'));
  }
}
