package dev.weft.widget;

/**
 * Widgets that unfold below their titles, one at a time.
 *
 * <pre>{@code
 * new Accordion().add("Details", new Html("<p>…</p>"))
 * }</pre>
 */
public final class Accordion extends TitledBox {

  /** Makes an empty one. */
  public Accordion() {
    super("Accordion");
  }

  @Override
  public Accordion add(String title, Widget child) {
    addTitled(title, child);
    return this;
  }

  /** Opens the one with that index; returns this. */
  public Accordion select(int index) {
    choose(index);
    return this;
  }
}
