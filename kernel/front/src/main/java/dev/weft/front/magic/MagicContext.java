package dev.weft.front.magic;

import java.util.List;

/**
 * The notebook as a magic sees it; valid while the magic runs, for the thread that runs it.
 *
 * <p>{@link #output} and {@link #interruption} may be used by other threads as well.
 */
public interface MagicContext {

  /** Returns where the cell's output goes. */
  MagicOutput output();

  /** Returns the Java that the notebook has declared, and runs more. */
  JavaSession java();

  /** Returns the JVM that runs the cells, and the surroundings of all processes. */
  WorkerControl worker();

  /** Returns whether the cell is to stop. */
  Interruption interruption();

  /** Returns all magics. */
  MagicRegistry registry();

  /** Returns the cells that were run, the oldest first, this one last. */
  List<PastCell> history();

  /**
   * A cell that was run.
   *
   * @param executionCount the number shown in front of it
   */
  record PastCell(int executionCount, String code) {}
}
