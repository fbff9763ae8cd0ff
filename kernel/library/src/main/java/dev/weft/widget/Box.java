package dev.weft.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A widget that holds others.
 *
 * <pre>{@code
 * Box box = new VBox(new Label("one"));
 * box.add(new Label("two"));
 * }</pre>
 */
public abstract class Box extends Widget {

  private static final String CHILDREN = "children";

  /** Guarded by the model. */
  private final List<Widget> children = new ArrayList<>();

  Box(String name, List<? extends Widget> children) {
    super(ModelType.control(name));
    this.children.addAll(children);
    model().set("box_style", "");
    sendChildren();
  }

  /** Returns what it holds now, in order. */
  public final List<Widget> children() {
    synchronized (model()) {
      return List.copyOf(children);
    }
  }

  /** Puts a widget behind those that it holds. */
  public void add(Widget child) {
    synchronized (model()) {
      children.add(child);
      sendChildren();
    }
  }

  /** Takes a widget out; without effect if it is not there. The widget stays open. */
  public void remove(Widget child) {
    synchronized (model()) {
      children.remove(child);
      sendChildren();
    }
  }

  private void sendChildren() {
    model().set(CHILDREN, children.stream().map(Widget::model).toList());
  }

  /** Removes it and all that it holds from all places where they are shown, for ever. */
  @Override
  public void close() {
    children().forEach(Widget::close);
    super.close();
  }

  @Override
  public String toString() {
    return children().stream()
        .map(Widget::toString)
        .collect(Collectors.joining(", ", getClass().getSimpleName() + "(", ")"));
  }
}
