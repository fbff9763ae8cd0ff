package dev.weft.front.remote;

import dev.weft.display.DisplayData;
import dev.weft.link.Thrown;
import java.util.List;
import java.util.Optional;

/** How a {@link Program} ended. */
public sealed interface ProgramOutcome {

  /**
   * How it ended, and what it could not do.
   *
   * @param notCopied variables whose value did not fit where it was to be copied
   */
  record Report(ProgramOutcome outcome, List<String> notCopied) {}

  /** All was done. */
  record Completed(Optional<DisplayData> value) implements ProgramOutcome {}

  /** That piece of the cell threw; later pieces did not run. */
  record Threw(int piece, Thrown thrown) implements ProgramOutcome {}

  /** It was stopped in that piece; later pieces did not run. */
  record Stopped(int piece) implements ProgramOutcome {}

  /**
   * The worker ended and was replaced.
   *
   * @param byInterrupt whether the front ended it because it did not stop when told
   */
  record Died(WorkerEnd end, boolean byInterrupt) implements ProgramOutcome {}
}
