package dev.weft.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * Widgets that unfold below their titles, one at a time.
 *
 * <pre>{@code
 * new Accordion().add("Details", new Html("<p>…</p>"))
 * }</pre>
 */
public final class Accordion extends Box {

  /** Guarded by the model. */
  private final List<String> titles = new ArrayList<>();

  /** Makes an empty one. */
  public Accordion() {
    super("Accordion", List.of());
    model().set("titles", List.of());
    model().set("selected_index", null);
  }

  /** Adds a widget under a title; returns this. */
  public Accordion add(String title, Widget child) {
    synchronized (model()) {
      titles.add(title);
      model().set("titles", List.copyOf(titles));
      super.add(child);
    }
    return this;
  }

  /** Adds a widget under a title that is its number. */
  @Override
  public void add(Widget child) {
    add(String.valueOf(children().size() + 1), child);
  }

  @Override
  public void remove(Widget child) {
    synchronized (model()) {
      int index = children().indexOf(child);
      if (index >= 0) {
        titles.remove(index);
        model().set("titles", List.copyOf(titles));
      }
      super.remove(child);
    }
  }

  /** Opens the one with that index; returns this. */
  public Accordion select(int index) {
    model().set("selected_index", index);
    return this;
  }
}
