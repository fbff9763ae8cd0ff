package dev.weft.comm;

import dev.weft.display.DisplayData;
import java.util.Optional;

/**
 * Takes output in place of a cell; called by any thread, one call at a time.
 *
 * <pre>{@code
 * channel.capture(output, () -> System.out.println("not under the cell"));
 * }</pre>
 */
public interface CapturedOutput {

  /** Takes text of {@code stdout} or {@code stderr}. */
  void stream(String name, String text);

  /** Takes a value that is shown, or shown in place of the earlier one with the same id. */
  void display(DisplayData data, Optional<String> id, boolean update);

  /** Clears what was taken, at once or when something new comes. */
  void clear(boolean waitForOutput);
}
