package dev.weft.front.remote;

import dev.weft.link.Command;
import dev.weft.link.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that carry out what was recorded, in order.
 *
 * @param requests of which the {@link Command.Run}s belong to one cell
 * @param pieces for each step of all the runs, in order, the piece of the cell that it belongs to
 */
public record Program(List<Command.Request> requests, List<Integer> pieces) {

  /** Keeps its own unmodifiable copies. */
  public Program {
    requests = List.copyOf(requests);
    pieces = List.copyOf(pieces);
  }

  /** Returns what is left when no code is to run: loads, redefinitions, copies. */
  public Program withoutInvokes() {
    List<Command.Request> kept = new ArrayList<>();
    for (Command.Request request : requests) {
      if (!(request instanceof Command.Run run)) {
        kept.add(request);
      } else if (!loads(run).steps().isEmpty()) {
        kept.add(loads(run));
      }
    }
    return new Program(kept, List.of());
  }

  /** Returns the same with a run of its own for each invocation. */
  Program oneByOne() {
    List<Command.Request> separate = new ArrayList<>();
    for (Command.Request request : requests) {
      if (request instanceof Command.Run run) {
        separate.addAll(split(run));
      } else {
        separate.add(request);
      }
    }
    return new Program(separate, pieces);
  }

  private static List<Command.Run> split(Command.Run run) {
    List<Command.Run> runs = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Step step : run.steps()) {
      steps.add(step);
      if (step instanceof Step.Invoke) {
        runs.add(new Command.Run(run.cell(), run.allowStdin(), List.copyOf(steps)));
        steps.clear();
      }
    }
    if (!steps.isEmpty()) {
      runs.add(new Command.Run(run.cell(), run.allowStdin(), List.copyOf(steps)));
    }
    return runs;
  }

  static Command.Run loads(Command.Run run) {
    List<Step> loads = run.steps().stream().filter(Step.Load.class::isInstance).toList();
    return new Command.Run(run.cell(), run.allowStdin(), loads);
  }

  /**
   * Returns what is left for a worker that has just been told all classes: the runs, with loads of
   * nothing so that steps keep their indexes.
   */
  Program restored() {
    List<Command.Request> runs = new ArrayList<>();
    for (Command.Request request : requests) {
      if (request instanceof Command.Run run) {
        runs.add(new Command.Run(run.cell(), run.allowStdin(), invokesOnly(run)));
      }
    }
    return new Program(runs, pieces);
  }

  private static List<Step> invokesOnly(Command.Run run) {
    return run.steps().stream()
        .map(step -> step instanceof Step.Load ? new Step.Load(List.of()) : step)
        .toList();
  }
}
