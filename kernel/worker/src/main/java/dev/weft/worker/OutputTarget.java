package dev.weft.worker;

import dev.weft.link.Event;
import java.util.function.BooleanSupplier;

/** Takes what code prints and shows. */
interface OutputTarget {

  /**
   * Takes output; may wait for the reader.
   *
   * @param abandoned whether to give up waiting
   * @return whether it was taken
   */
  boolean send(Event shown, BooleanSupplier abandoned);
}
