package dev.weft.link;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import java.util.List;
import java.util.Optional;

/** What the worker tells the front. */
public sealed interface Event extends Message {

  /** The worker is up and waits for commands. */
  record Ready(long pid) implements Event {}

  /** Text that code of a cell has printed; never ends within a character. */
  record Output(long cell, StreamName stream, String text) implements Event {}

  /** A value to show under a cell, or in place of what was shown before with the same id. */
  record Displayed(long cell, DisplayData data, Optional<String> id, boolean update)
      implements Event {}

  /**
   * The cell's output is to be cleared.
   *
   * @param waitForOutput whether to clear only when new output arrives
   */
  record Cleared(long cell, boolean waitForOutput) implements Event {}

  /** Code of a cell waits for a line of input; answered by {@link Command.InputReply}. */
  record InputRequested(long cell, String prompt, boolean password) implements Event {}

  /** An exception has ended a thread that code of a cell had started. */
  record Uncaught(long cell, String thread, Thrown thrown) implements Event {}

  /**
   * A thread of a cell asks something of the kernel and waits; answered by {@link
   * Command.AnswerCall}, after any number of {@link Command.CallBack}s.
   *
   * @param call names the call
   * @param cell the cell that the thread belongs to
   */
  record KernelCalled(long call, long cell, KernelRequest request) implements Event {}

  /** The reply to the request in a {@link Command.CallBack}. */
  record CalledBack(long call, Reply reply) implements Event {}

  /** The magics that notebook code offers from now on, all of them. */
  record MagicsOffered(List<OfferedMagic> magics) implements Event {}

  /**
   * What code says on a comm.
   *
   * @param cell the cell, or the {@link Command.Comm}, in whose course it is said
   */
  record Comm(long cell, CommMessage message) implements Event {}

  /** All callbacks for a {@link Command.Comm} have run, and all their output was sent before. */
  record CommHandled(long number) implements Event {}

  /** The answer to a {@link Command.Request}. */
  sealed interface Reply extends Event {}

  /** All output of the cell's main thread has been sent before this. */
  record RunDone(long cell, RunOutcome outcome) implements Reply {}

  /** The classes were redefined, or the reason why they could not be. */
  record Redefined(Optional<String> refusal) implements Reply {}

  /** The request was carried out, or the reason why it could not be. */
  record Done(Optional<String> failure) implements Reply {}

  /** The variable's value as text, or empty where there is no such variable. */
  record VariableRead(Optional<String> text) implements Reply {}

  /** The processor time of all threads of the JVM so far in nanoseconds; negative if unknown. */
  record ProcessorTimeRead(long nanos) implements Reply {}
}
