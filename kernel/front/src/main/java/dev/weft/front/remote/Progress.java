package dev.weft.front.remote;

import dev.weft.display.DisplayData;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a program has come. */
final class Progress {

  private final Program program;

  /** Steps of the runs that came before. */
  private int steps;

  private Optional<DisplayData> value = Optional.empty();
  private @Nullable ProgramOutcome failure;
  private Optional<String> refusal = Optional.empty();
  private final List<String> notCopied = new ArrayList<>();

  Progress(Program program) {
    this.program = program;
  }

  static boolean invokes(Command.Run run) {
    return run.steps().stream().anyMatch(Step.Invoke.class::isInstance);
  }

  /** Returns the request, or what is left of it when no more code is to run. */
  Command.Request wanted(Command.Request request, boolean interrupted) {
    if (!(request instanceof Command.Run run)) {
      return request;
    }
    if (interrupted && failure == null && invokes(run)) {
      failure = new ProgramOutcome.Stopped(piece(firstInvoke(run)));
    }
    return failure == null ? run : Program.loads(run);
  }

  private static int firstInvoke(Command.Run run) {
    int step = 0;
    while (!(run.steps().get(step) instanceof Step.Invoke)) {
      step++;
    }
    return step;
  }

  private int piece(int step) {
    return steps + step < program.pieces().size() ? program.pieces().get(steps + step) : 0;
  }

  void replied(Command.Request request, Event.Reply reply) {
    switch (reply) {
      case Event.RunDone(_, RunOutcome outcome) -> ended(outcome);
      case Event.Redefined(Optional<String> reason) -> refusal = reason;
      case Event.Done(Optional<String> reason) -> done(request, reason);
      case Event.VariableRead _, Event.ProcessorTimeRead _ -> {}
    }
    if (request instanceof Command.Run run) {
      steps += run.steps().size();
    }
  }

  private void done(Command.Request request, Optional<String> failure) {
    if (failure.isPresent() && request instanceof Command.CopyVariable copy) {
      notCopied.add(copy.field());
    }
  }

  private void ended(RunOutcome outcome) {
    switch (outcome) {
      case RunOutcome.Completed(Optional<DisplayData> shown) -> value = shown.or(() -> value);
      case RunOutcome.Threw(int step, var thrown) ->
          fail(new ProgramOutcome.Threw(piece(step), thrown));
      case RunOutcome.Stopped(int step) -> fail(new ProgramOutcome.Stopped(piece(step)));
    }
  }

  private void fail(ProgramOutcome outcome) {
    if (failure == null) {
      failure = outcome;
    }
  }

  /** Returns why a redefinition was refused, if one was. */
  Optional<String> refusal() {
    return refusal;
  }

  ProgramOutcome.Report report() {
    return new ProgramOutcome.Report(
        failure != null ? failure : new ProgramOutcome.Completed(value), List.copyOf(notCopied));
  }
}
