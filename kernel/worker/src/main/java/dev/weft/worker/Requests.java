package dev.weft.worker;

import dev.weft.link.Command;
import dev.weft.link.Event;

/** Carries out requests, on the thread that calls. */
final class Requests {

  private final SnippetLoader loader;
  private final SnippetRunner runner;
  private final Variables variables;
  private final Redefiner redefiner;

  Requests(SnippetLoader loader, SnippetRunner runner, Variables variables, Redefiner redefiner) {
    this.loader = loader;
    this.runner = runner;
    this.variables = variables;
    this.redefiner = redefiner;
  }

  /** Carries out a request of code of a cell, for which what it leaves is kept. */
  Event.Reply carryOut(Command.Request request, Cell cell, Kept kept) {
    return request instanceof Command.Run run
        ? new Event.RunDone(run.cell(), runner.run(cell, run.steps(), kept))
        : carryOut(request);
  }

  /** Carries out a request that runs no steps. */
  Event.Reply carryOut(Command.Request request) {
    if (request instanceof Command.Redefine redefine) {
      return new Event.Redefined(redefiner.redefine(redefine.classes()));
    }
    if (request instanceof Command.AddToClassPath add) {
      return new Event.Done(loader.addToClassPath(add.entries()));
    }
    if (request instanceof Command.CopyVariable copy) {
      return new Event.Done(variables.copy(copy));
    }
    if (request instanceof Command.ReadVariable read) {
      return new Event.VariableRead(variables.read(read));
    }
    return new Event.ProcessorTimeRead(ProcessorTime.nanos());
  }
}
