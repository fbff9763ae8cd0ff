package dev.weft.front.magic;

import dev.weft.display.DisplayData;
import java.util.Optional;

/** Where a cell's output goes; any thread may call, and a call may block while nobody reads. */
public interface MagicOutput {

  /** Prints on standard output, as it is: a line needs its own end. */
  void print(String text);

  /** Prints on standard error, as it is: a line needs its own end. */
  void printError(String text);

  /** Shows something, or shows it in place of what an earlier call has shown under that id. */
  void display(DisplayData data, Optional<String> id, boolean update);

  /** Prints a line on standard output. */
  default void println(String line) {
    print(line + "\n");
  }

  /** Shows something. */
  default void display(DisplayData data) {
    display(data, Optional.empty(), false);
  }
}
