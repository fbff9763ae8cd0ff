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

  RunOutcome run(Cell cell, List<Step> steps) {
    RunOutcome failure = null;
    Optional<DisplayData> value = Optional.empty();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Load load) {
        loader.add(load.classes());
      } else if (failure == null) {
        Step.Invoke invoke = (Step.Invoke) steps.get(i);
        try {
          stops.checkNow(cell);
          Optional<DisplayData> result = invoke(invoke);
          stops.checkInterrupted(cell);
          value = invoke.wantsValue() ? result : value;
        } catch (InvocationTargetException e) {
          failure = failure(cell, i, e.getCause());
        } catch (Throwable e) { // also what loading the class throws, and running out of memory
          failure = failure(cell, i, e);
        }
      }
    }
    return failure == null ? new RunOutcome.Completed(value) : failure;
  }

  private Optional<DisplayData> invoke(Step.Invoke invoke) throws ReflectiveOperationException {
    Method method = Class.forName(invoke.className(), true, loader).getMethod(invoke.methodName());
    display.begin();
    Object value = method.invoke(null);
    boolean shows = invoke.wantsValue() && value != null && !display.isReturnedId(value);
    return shows ? Optional.of(display.render(value, List.of())) : Optional.empty();
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
