package dev.weft.widget;

import dev.weft.comm.Comms;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * A button that the person presses.
 *
 * <p>Listeners are called on a thread for callbacks, also while a cell is busy. What they print and
 * throw appears under the cell that has added them.
 *
 * <pre>{@code
 * var stop = new AtomicBoolean();
 * display(new Button("Stop").onClick(() -> stop.set(true)));
 * while (!stop.get()) work();
 * }</pre>
 */
public final class Button extends Control<Button> {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Makes a button with a word on it. */
  public Button(String description) {
    super(ModelType.control("Button"), "Button");
    model().set("description", description);
    model().set("button_style", "");
    model().set("icon", "");
    model()
        .onCustom(
            said -> {
              if ("click".equals(said.get("event"))) {
                click();
              }
            });
  }

  /** Calls the listener each time the button is pressed; returns the button. */
  public Button onClick(Runnable listener) {
    Executor cell = Comms.forThisCell();
    listeners.add(() -> cell.execute(listener));
    return this;
  }

  /** Does what a press does, on the calling thread. */
  public void click() {
    listeners.forEach(Runnable::run);
  }

  /** Colours it by what it says. */
  public Button look(Look look) {
    return with("button_style", look.word());
  }

  /** Sets the picture beside the word: the name of a Font Awesome icon, such as {@code check}. */
  public Button icon(String name) {
    return with("icon", name);
  }
}
