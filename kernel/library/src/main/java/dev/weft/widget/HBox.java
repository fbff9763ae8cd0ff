package dev.weft.widget;

import java.util.List;

/**
 * Widgets side by side.
 *
 * <pre>{@code
 * new HBox(new Button("Back"), new Button("Next"))
 * }</pre>
 */
public final class HBox extends Box {

  /** Makes a box of these widgets. */
  public HBox(Widget... children) {
    super("HBox", List.of(children));
  }
}
