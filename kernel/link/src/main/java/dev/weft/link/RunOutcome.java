package dev.weft.link;

import dev.weft.display.DisplayData;
import java.util.Optional;

/** How a {@link Command.Run} ended. */
public sealed interface RunOutcome {

  /**
   * All steps were done; the value of the last step that wanted one, unless it was null or void.
   */
  record Completed(Optional<DisplayData> value) implements RunOutcome {}

  /**
   * The step at that index threw; with a linkage error of a {@link Step.Load} likewise.
   *
   * @param step index into {@link Command.Run#steps}
   */
  record Threw(int step, Thrown thrown) implements RunOutcome {}

  /** The step at that index was stopped by {@link Command.Stop}. */
  record Stopped(int step) implements RunOutcome {}
}
