package dev.weft.widget;

import java.util.ArrayList;
import java.util.List;

/** Widgets that have a title each, one of which may be chosen. */
abstract sealed class TitledBox extends Box permits Accordion, Tab {

  /** Guarded by the model. */
  private final List<String> titles = new ArrayList<>();

  /**
   * Makes an empty one.
   *
   * @param name of the model's and the view's class, without their ending
   */
  TitledBox(String name) {
    super(name, List.of());
    model().set("titles", List.of());
    model().set("selected_index", null);
  }

  /** Adds a widget under a title, and returns how many there are now. */
  final int addTitled(String title, Widget child) {
    synchronized (model()) {
      titles.add(title);
      model().set("titles", List.copyOf(titles));
      super.add(child);
      return titles.size();
    }
  }

  /** Adds a widget under a title; returns this. */
  public abstract TitledBox add(String title, Widget child);

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

  final void choose(int index) {
    model().set("selected_index", index);
  }
}
