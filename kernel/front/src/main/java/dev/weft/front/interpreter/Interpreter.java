package dev.weft.front.interpreter;

import dev.weft.comm.CommMessage;
import java.util.List;
import java.util.Optional;

/**
 * Runs cells and answers questions about code.
 *
 * <p>Offsets are UTF-16 indexes. All methods are called by one thread (the shell thread), except
 * {@link #comm}, which belongs to a thread of its own, and {@link #interrupt}, {@link
 * #interruptComm}, {@link #provideInput}, {@link #processIds} and {@link #close}, which any thread
 * may call at any time.
 */
public interface Interpreter extends AutoCloseable {

  /** Runs a cell and returns when it has ended; its output has gone to the sink before that. */
  CellResult execute(Cell cell);

  /** Evaluates one expression on behalf of a cell that has ended. */
  CellResult evaluate(Cell cell, String expression);

  /** Returns what could be written at the cursor. */
  Completion complete(String code, int cursor);

  /** Returns what is known of the name at the cursor, or empty. */
  Optional<Inspection> inspect(String code, int cursor, boolean detailed);

  /** Says whether the code could be run as it is. */
  Completeness isComplete(String code);

  /**
   * Stops that cell, with what is evaluated on its behalf. Does not wait.
   *
   * <p>A cell that is interrupted before {@link #execute} is called with it ends at once as {@link
   * CellResult.Interrupted}. Without effect on a cell that has ended.
   */
  void interrupt(long cell);

  /** Answers {@link OutputSink#requestInput}. */
  void provideInput(InputAnswer answer);

  /**
   * Passes on what a client says on a comm, and returns when the callbacks for it have run and
   * their output has gone to the sink. Called by one thread, also while a cell runs.
   *
   * @param number names the message in {@link OutputSink#comm}; negative, and never used twice
   * @return whether there was anybody to hear it
   */
  boolean comm(long number, CommMessage message);

  /**
   * Stops the callbacks of the message that {@link #comm} passes on now; a second time for the same
   * message ends the worker. Does not wait.
   */
  void interruptComm();

  /** Process ids of this interpreter's JVMs, this one first. */
  List<Long> processIds();

  /** Ends the worker, whatever runs in it. */
  @Override
  void close();
}
