package dev.weft.display;

import java.util.Optional;

/**
 * What puts values under a notebook's cell; implemented by a kernel, not by notebooks.
 *
 * <p>Its methods are called by any thread. They may block while the notebook does not keep up.
 */
public interface DisplayChannel {

  /** Returns the formats in which a notebook shows the value. */
  DisplayData render(Object value);

  /** Shows a value, or shows it in place of the earlier one with the same id. */
  void display(DisplayData data, Optional<String> id, boolean update);

  /** Clears the cell's output, at once or when new output arrives. */
  void clear(boolean waitForOutput);
}
