package dev.weft.step;

import org.jspecify.annotations.Nullable;

/** What weaves steps into a program's code. */
public interface StepSource {

  /**
   * Tells the observer of all steps from now on, in place of the one before.
   *
   * @param observer null to tell nobody, which makes the steps cost nothing
   */
  void observe(@Nullable StepObserver observer);
}
