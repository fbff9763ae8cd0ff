package dev.weft.display;

/**
 * A value that knows how to show itself in a notebook.
 *
 * <pre>{@code
 * record Bold(String text) implements Displayable {
 *   public DisplayData toDisplayData() {
 *     return DisplayData.html("<b>" + text + "</b>").with("text/plain", text);
 *   }
 * }
 * new Bold("hello")
 * }</pre>
 */
public interface Displayable {

  /**
   * Returns what to show; called each time the value is shown, by the thread that shows it.
   *
   * <p>A bundle without {@code text/plain} is given the value's {@code toString} for it.
   */
  DisplayData toDisplayData();
}
