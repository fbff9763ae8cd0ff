package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.Answer.Outcome;
import dev.weft.process.child.ThrownText;
import dev.weft.process.ship.UntransferableException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What users get of a task that ran in a child. */
final class Outcomes {

  private Outcomes() {}

  /**
   * Returns the task's result, of the type that its submitter knows.
   *
   * @throws ExecutionException whose cause is what the task has thrown
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T> @Nullable T get(Answer answer) throws ExecutionException {
    return switch (answer.outcome()) {
      case Outcome.Returned(Object value) -> (T) value;
      case Outcome.Threw(UntransferableException problem) ->
          throw new ExecutionException(
              new NotTransferableException(String.valueOf(problem.getMessage()), problem));
      case Outcome.Threw(Throwable thrown) -> throw new ExecutionException(thrown);
      case Outcome.ThrewOther(ThrownText thrown) ->
          throw new ExecutionException(thrown.rebuild(RemoteException::new));
      case Outcome.Unreadable(String problem) ->
          throw new ExecutionException(new NotTransferableException("The result: " + problem));
    };
  }
}
