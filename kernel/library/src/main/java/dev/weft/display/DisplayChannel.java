package dev.weft.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What puts values under a notebook's cell; implemented by a kernel, not by notebooks.
 *
 * <p>Its methods are called by any thread. They may block while the notebook does not keep up.
 */
public interface DisplayChannel {

  /**
   * Returns the formats in which a notebook shows the value.
   *
   * @param mimeTypes formats that are wanted; others may be there too; empty for all
   */
  DisplayData render(@Nullable Object value, List<String> mimeTypes);

  /** Shows a value, or shows it in place of the earlier one with the same id. */
  void display(DisplayData data, Optional<String> id, boolean update);

  /** Clears the cell's output, at once or when new output arrives. */
  void clear(boolean waitForOutput);

  /** Returns the renderers that {@link #render} uses. */
  RendererRegistry renderers();
}
