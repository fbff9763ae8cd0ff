package dev.weft.widget;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.util.List;

/**
 * Something that a notebook's client shows and keeps up to date.
 *
 * <p>As the value of a cell, or with {@code display}, it shows itself; each place shows the same
 * widget. Where nothing can show widgets, it is text. All widgets are safe for use by several
 * threads.
 *
 * <pre>{@code
 * Widget sizes = new VBox(new IntSlider(0, 10).description("width"), new Label("metres"));
 * sizes.layout().width("20em");
 * sizes
 * }</pre>
 */
public abstract class Widget implements Displayable, AutoCloseable {

  /** The format by which clients know widgets. */
  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  private final Model model;
  private final Layout layout = new Layout();

  Widget(ModelType type) {
    model = new Model(type);
    model.set("layout", layout.model());
    model.set("_dom_classes", List.of());
    model.set("tooltip", null);
    model.set("tabbable", null);
  }

  final Model model() {
    return model;
  }

  /** Returns where it stands and how large it is, to be changed. */
  public final Layout layout() {
    return layout;
  }

  /** Removes it from all places where it is shown, for ever; without effect if it is closed. */
  @Override
  public void close() {
    model.close();
    layout.model().close();
  }

  @Override
  public DisplayData toDisplayData() {
    if (model.isClosed()) {
      return DisplayData.text(this + " (closed)");
    }
    String view = "{\"version_major\":2,\"version_minor\":0,\"model_id\":\"" + model.open() + "\"}";
    return DisplayData.of(VIEW, view).with(DisplayData.TEXT, toString());
  }
}
