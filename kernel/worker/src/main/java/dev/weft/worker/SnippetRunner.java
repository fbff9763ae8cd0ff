package dev.weft.worker;

import dev.weft.display.DisplayData;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import dev.weft.worker.guard.CellStopped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does the steps of a run, on the thread that calls. */
final class SnippetRunner {

  private final SnippetLoader loader;
  private final Stops stops;
  private final CellDisplay display;

  SnippetRunner(SnippetLoader loader, Stops stops, CellDisplay display) {
    this.loader = loader;
    this.stops = stops;
    this.display = display;
  }

  /** Does the steps for the front. */
  RunOutcome run(Cell cell, List<Step> steps) {
    return run(cell, steps, null);
  }

  /**
   * Does the steps.
   *
   * @param kept where to keep values for code in this JVM, null for the front, which wants them to
   *     be rendered
   */
  RunOutcome run(Cell cell, List<Step> steps, @Nullable Kept kept) {
    RunOutcome failure = null;
    Optional<DisplayData> value = Optional.empty();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Load load) {
        loader.add(load.classes());
      } else if (failure == null) {
        Step.Invoke invoke = (Step.Invoke) steps.get(i);
        try {
          stops.checkNow(cell);
          Optional<DisplayData> result = invoke(invoke, kept);
          stops.checkInterrupted(cell);
          value = invoke.wantsValue() ? result : value;
        } catch (InvocationTargetException e) {
          failure = failure(cell, i, e.getCause(), kept);
        } catch (Throwable e) { // also what loading the class throws, and running out of memory
          failure = failure(cell, i, e, kept);
        }
      }
    }
    return failure == null ? new RunOutcome.Completed(value) : failure;
  }

  private Optional<DisplayData> invoke(Step.Invoke invoke, @Nullable Kept kept)
      throws ReflectiveOperationException {
    Method method = Class.forName(invoke.className(), true, loader).getMethod(invoke.methodName());
    display.begin();
    Object value = method.invoke(null);
    if (kept != null) {
      kept.thrown(null);
      kept.value(invoke.wantsValue() ? value : kept.value());
      return Optional.empty();
    }
    boolean shows = invoke.wantsValue() && value != null && !display.isReturnedId(value);
    return shows ? Optional.of(display.render(value, List.of())) : Optional.empty();
  }

  private RunOutcome failure(Cell cell, int step, @Nullable Throwable thrown, @Nullable Kept kept) {
    if (kept != null) {
      kept.thrown(thrown);
    }
    return failure(cell, step, thrown);
  }

  private RunOutcome failure(Cell cell, int step, @Nullable Throwable thrown) {
    if (stops.isStop(cell, thrown)) {
      return new RunOutcome.Stopped(step);
    }
    try {
      return new RunOutcome.Threw(step, ThrownBuilder.build(thrown));
    } catch (CellStopped e) {
      return new RunOutcome.Stopped(step);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return new RunOutcome.Threw(step, ThrownBuilder.nameOnly(thrown));
    }
  }
}
