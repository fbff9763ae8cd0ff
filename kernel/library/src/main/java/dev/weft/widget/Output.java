package dev.weft.widget;

import dev.weft.comm.CapturedOutput;
import dev.weft.comm.Comms;
import dev.weft.display.Display;
import dev.weft.display.DisplayData;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for output: what code prints and shows while it is captured appears here, not under its
 * cell.
 *
 * <p>Threads that the code starts print here too, also later. Long text loses its beginning.
 *
 * <pre>{@code
 * var log = new Output();
 * var go = new Button("Go").onClick(() -> log.capture(() -> System.out.println(work())));
 * new VBox(go, log)
 * }</pre>
 */
public final class Output extends Widget {

  private final Outputs outputs = new Outputs();

  /** Takes what is captured; called by any thread. */
  private final class Capture implements CapturedOutput {
    @Override
    public void stream(String name, String text) {
      change(() -> outputs.stream(name, text));
    }

    @Override
    public void display(DisplayData data, Optional<String> id, boolean update) {
      change(() -> outputs.display(data, id, update));
    }

    @Override
    public void clear(boolean waitForOutput) {
      Output.this.clear(waitForOutput);
    }
  }

  /** Makes an empty place. */
  public Output() {
    super(ModelType.CAPTURE);
    model().set("msg_id", "");
    model().set("outputs", List.of());
  }

  /** Runs code on the calling thread; what it prints and shows appears here. */
  public void capture(Runnable body) {
    Comms.capture(new Capture(), body);
  }

  /** Shows a value behind what is here. */
  public void show(@Nullable Object value) {
    DisplayData data = Display.render(value);
    change(() -> outputs.display(data, Optional.empty(), false));
  }

  /** Takes away what is here. */
  public void clear() {
    clear(false);
  }

  /**
   * Takes away what is here.
   *
   * @param waitForOutput whether to do so only when something new comes, so that nothing flickers
   */
  public void clear(boolean waitForOutput) {
    change(() -> outputs.clear(waitForOutput));
  }

  /** Runs code whose output takes the place of what is here. */
  void replace(Runnable body) {
    clear(true);
    try {
      capture(body);
    } finally {
      change(outputs::settle);
    }
  }

  private void change(Runnable change) {
    synchronized (model()) {
      change.run();
      model().set("outputs", outputs.toJson());
    }
  }

  @Override
  public String toString() {
    synchronized (model()) {
      return "Output(" + outputs.text() + ")";
    }
  }
}
