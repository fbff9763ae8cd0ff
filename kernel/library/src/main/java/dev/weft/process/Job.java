package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.Owner;
import dev.weft.process.ship.Parcel;
import dev.weft.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * Work for one worker.
 *
 * <p>Exactly one of {@link #run}, {@link #answered} and {@link #failed} settles it; what comes
 * later is ignored.
 */
abstract sealed class Job permits Call, Row {

  final TaskOptions options;
  final Owner owner;

  /** What is sent to a process; set by an engine that has processes. */
  @Nullable Parcel parcel;

  /** Whether nobody waits for what comes of it any more; guarded by the engine's lock. */
  boolean stopped;

  /** That it waits for a worker, while somebody records. */
  Span queued = Span.NONE;

  /** How many workers have died under it; guarded by the engine's lock. */
  int deaths;

  Job(TaskOptions options, Owner owner) {
    this.options = options;
    this.owner = owner;
  }

  /** Returns the value to send. */
  abstract Object toSend();

  /** Returns how many tasks it is made of. */
  abstract int size();

  /** Says how many bytes it has on its way to a process, or back. */
  abstract void weighed(long bytes);

  /** Returns whether it is known to take little time, so that a worker may have one in advance. */
  abstract boolean isShort();

  /** Returns whether no other worker than the one that has it can do it. */
  abstract boolean isBound();

  /** Says that it has been given to a worker. */
  abstract void started();

  /** Says that it has been taken back from a worker before it began. */
  abstract void takenBack();

  /** Does it on the calling thread. */
  abstract void run();

  /**
   * Takes what a process has answered.
   *
   * @return what is to be done next because of it, by the same worker and before all else
   */
  abstract @Nullable Job answered(Answer answer, long nanos);

  /** Says that nothing will come of it. */
  abstract void failed(Throwable thrown);
}
