package dev.weft.front.interpreter;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import java.util.Optional;

/**
 * Where the output of cells goes, during a cell and after it.
 *
 * <p>Called by several threads; what one thread hands over is passed on in that order. A call may
 * block while the reader is slow.
 */
public interface OutputSink {

  /** Text on {@code stdout} or {@code stderr}. */
  void stream(long cell, String name, String text);

  /** A value to show, or to show in place of the earlier one with the same id. */
  void display(long cell, DisplayData data, Optional<String> id, boolean update);

  /** Clears the cell's output, at once or when new output arrives. */
  void clear(long cell, boolean wait);

  /** Asks the person for a line, which comes back through {@link Interpreter#provideInput}. */
  void requestInput(long cell, String prompt, boolean password);

  /**
   * What code says on a comm, or the end of a comm whose worker has ended; ignored where there are
   * no clients.
   *
   * @param cell the cell in whose course it is said, or the number of the message that it answers
   */
  default void comm(long cell, CommMessage message) {}
}
