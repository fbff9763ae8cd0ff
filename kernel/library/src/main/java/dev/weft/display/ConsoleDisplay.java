package dev.weft.display;

import java.util.Optional;

/** Prints values as text, where there is no notebook. */
final class ConsoleDisplay implements DisplayChannel {

  static final ConsoleDisplay INSTANCE = new ConsoleDisplay();

  private ConsoleDisplay() {}

  @Override
  public DisplayData render(Object value) {
    if (value instanceof DisplayData data) {
      return data;
    }
    if (!(value instanceof Displayable displayable)) {
      return DisplayData.text(value.toString());
    }
    DisplayData data = displayable.toDisplayData();
    return data.data().containsKey(DisplayData.TEXT)
        ? data
        : data.with(DisplayData.TEXT, value.toString());
  }

  @Override
  public void display(DisplayData data, Optional<String> id, boolean update) {
    String text = data.data().get(DisplayData.TEXT);
    System.out.println(text == null ? "(" + String.join(", ", data.data().keySet()) + ")" : text);
  }

  /** What a console shows stays. */
  @Override
  public void clear(boolean waitForOutput) {}
}
