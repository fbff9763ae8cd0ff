package dev.weft.widget;

import java.util.List;

/**
 * Widgets one below the other.
 *
 * <pre>{@code
 * new VBox(new Text().description("name"), new Button("Send"))
 * }</pre>
 */
public final class VBox extends Box {

  /** Makes a box of these widgets. */
  public VBox(Widget... children) {
    super("VBox", List.of(children));
  }
}
