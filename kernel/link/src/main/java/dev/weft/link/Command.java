package dev.weft.link;

import dev.weft.comm.CommMessage;
import java.util.List;
import java.util.Optional;

/**
 * What the front tells the worker.
 *
 * <p>{@link Request}s are answered, one at a time and in order, with one {@link Event.Reply};
 * signals are not answered and may arrive while a request is under way.
 */
public sealed interface Command extends Message {

  /** A command with exactly one reply. */
  sealed interface Request extends Command {}

  /**
   * Runs the steps in order on the worker's main thread; answered by {@link Event.RunDone}.
   *
   * <p>After an {@link Step.Invoke} that fails, later {@link Step.Load}s are still done and later
   * invokes are not.
   *
   * @param cell the cell to which output belongs
   * @param allowStdin whether the code may ask for input
   */
  record Run(long cell, boolean allowStdin, List<Step> steps) implements Request {}

  /** Redefines loaded classes; answered by {@link Event.Redefined}. */
  record Redefine(List<ClassBytes> classes) implements Request {}

  /** Adds jars or folders to the user's class path; answered by {@link Event.Done}. */
  record AddToClassPath(List<String> entries) implements Request {}

  /** Copies a static field's value from one class to another; answered by {@link Event.Done}. */
  record CopyVariable(String fromClass, String toClass, String field) implements Request {}

  /** Asks for a static field's value as text; answered by {@link Event.VariableRead}. */
  record ReadVariable(String className, String field) implements Request {}

  /** Asks for the processor time of the JVM; answered by {@link Event.ProcessorTimeRead}. */
  record ReadProcessorTime() implements Request {}

  /**
   * A request that is part of the answer to {@link Event.KernelCalled}: the thread that called
   * carries it out while it waits; answered by {@link Event.CalledBack}.
   */
  record CallBack(long call, Request request) implements Command {}

  /** Ends the wait of a thread that has called the kernel. */
  record AnswerCall(long call, KernelAnswer answer) implements Command {}

  /**
   * Signal: stops the code of a cell, in all threads that the cell started, or the callbacks of a
   * {@link Comm} by its number.
   */
  record Stop(long cell) implements Command {}

  /**
   * Signal: the answer to {@link Event.InputRequested}.
   *
   * @param text the line; empty at end of input
   * @param refusal why the code may not ask, if it may not
   */
  record InputReply(Optional<String> text, Optional<String> refusal) implements Command {}

  /**
   * Signal: what a client says on a comm; {@link Event.CommHandled} tells that the callbacks for it
   * have run.
   *
   * @param number names the message where cells are named by their numbers; negative
   */
  record Comm(long number, CommMessage message) implements Command {}

  /** Signal: ends the worker, whatever its threads do. */
  record Exit() implements Command {}
}
