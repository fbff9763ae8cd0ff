package dev.weft.widget;

/**
 * Widgets behind one another, of which one is seen; titles on top choose which.
 *
 * <pre>{@code
 * new Tab().add("Input", new Text()).add("Output", new Output())
 * }</pre>
 */
public final class Tab extends TitledBox {

  /** Makes an empty one. */
  public Tab() {
    super("Tab");
  }

  @Override
  public Tab add(String title, Widget child) {
    if (addTitled(title, child) == 1) {
      select(0);
    }
    return this;
  }

  /** Opens the one with that index; returns this. */
  public Tab select(int index) {
    choose(index);
    return this;
  }
}
