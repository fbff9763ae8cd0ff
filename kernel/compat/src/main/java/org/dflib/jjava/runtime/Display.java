package org.dflib.jjava.runtime;

import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** Shows values under the cell whose code calls; any thread may call. */
public final class Display {

  private Display() {}

  /** Returns the formats in which a value is shown. */
  public static DisplayData render(@Nullable Object value) {
    return BaseNotebookStatics.render(value);
  }

  /** Returns a value in some formats and as text. */
  public static DisplayData render(@Nullable Object value, String... as) {
    return BaseNotebookStatics.render(value, as);
  }

  /** Shows a value and returns the id under which it can be replaced. */
  public static String display(@Nullable Object value) {
    return BaseNotebookStatics.display(value);
  }

  /** Shows a value in some formats and returns the id under which it can be replaced. */
  public static String display(@Nullable Object value, String... as) {
    return BaseNotebookStatics.display(value, as);
  }

  /** Shows a value in place of an earlier one. */
  public static void updateDisplay(String id, @Nullable Object value) {
    BaseNotebookStatics.updateDisplay(id, value);
  }

  /** Shows a value in some formats in place of an earlier one. */
  public static void updateDisplay(String id, @Nullable Object value, String... as) {
    BaseNotebookStatics.updateDisplay(id, value, as);
  }
}
