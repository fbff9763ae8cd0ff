package dev.weft.worker;

import dev.weft.step.StepObserver;
import dev.weft.step.StepSource;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the cells' code: woven in when they are first wanted, which costs other notebooks
 * nothing.
 */
final class WorkerSteps implements StepSource {

  private final StepWeave weave;
  private final Redefiner redefiner;

  WorkerSteps(StepWeave weave, Redefiner redefiner) {
    this.weave = weave;
    this.redefiner = redefiner;
  }

  @Override
  public void observe(@Nullable StepObserver observer) {
    if (weave.want()) {
      redefiner.weaveAgain();
    }
    StepCheck.observe(observer);
    StopCheck.watch(observer == null ? null : observer::check);
  }
}
