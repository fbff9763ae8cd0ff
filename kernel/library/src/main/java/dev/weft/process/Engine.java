package dev.weft.process;

import dev.weft.process.child.Owner;
import java.time.Duration;
import java.util.List;

/** The workers of a pool, which take jobs in turn. Safe for use by several threads. */
interface Engine {

  /** Returns the number of workers at most. */
  int size();

  /** Returns for whom the calling thread submits. */
  Owner owner();

  /**
   * Makes what jobs have in common ready, once for all rows of a function.
   *
   * @throws NotTransferableException if it can't travel
   */
  RowFunction.Sent send(RowFunction function);

  /** Says that a function is not needed any more. */
  void forget(RowFunction.Sent function);

  /**
   * Makes a job ready and has it done after those that were added before.
   *
   * @throws NotTransferableException if it can't travel
   */
  void add(Job job);

  /**
   * Ends a job.
   *
   * @param interrupt whether also when it runs
   * @return whether it will not run to its end
   */
  boolean stop(Job job, boolean interrupt);

  /** Ends the workers when there is nothing left to do; no more jobs will be added. */
  void finish();

  /** Removes the jobs that have not begun, and ends those that run. */
  List<Job> stopAll();

  /** Ends the workers at once, whatever they do; all jobs fail. */
  void terminate();

  /** Returns whether all workers have ended after {@link #finish} or {@link #terminate}. */
  boolean isTerminated();

  /** Waits until that is so; returns whether it is. */
  boolean awaitTermination(Duration timeout) throws InterruptedException;
}
