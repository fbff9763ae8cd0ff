package dev.weft.front.interpreter;

import dev.weft.display.DisplayData;
import java.util.List;
import java.util.Optional;

/** How a cell ended. */
public sealed interface CellResult {

  /** It ran to its end; the value of its last expression, if it has one. */
  record Ok(Optional<DisplayData> value) implements CellResult {}

  /** It ended with an error that is the user's to see. */
  sealed interface Unsuccessful extends CellResult {
    /** Name of the error, as a class name. */
    String errorName();

    /** One line that says what happened. */
    String errorValue();

    /** Lines to show, with ANSI colours. */
    List<String> traceback();
  }

  /** It did not compile, or threw. */
  record Failed(String errorName, String errorValue, List<String> traceback)
      implements Unsuccessful {}

  /** It was interrupted and its state is kept. */
  record Interrupted(String errorName, String errorValue, List<String> traceback)
      implements Unsuccessful {}

  /** Its JVM ended, and a new one was started; the traceback says what was kept. */
  record WorkerDied(String errorName, String errorValue, List<String> traceback)
      implements Unsuccessful {}
}
