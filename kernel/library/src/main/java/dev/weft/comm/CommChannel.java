package dev.weft.comm;

import java.util.concurrent.Executor;

/**
 * What carries comms to a notebook's clients; implemented by a kernel, not by notebooks.
 *
 * <p>Its methods are called by any thread. {@link #send} may block while the notebook does not keep
 * up.
 *
 * <pre>{@code
 * CommReceiver receiver = Comms.connect(new MyChannel(link));
 * receiver.received(message); // what a client has said, on a thread for that alone
 * }</pre>
 */
public interface CommChannel {

  /** Sends a message to all clients. */
  void send(CommMessage message);

  /**
   * Returns what runs code for the calling thread's cell: at once, by the thread that calls it.
   *
   * <p>What the code prints and shows goes to that cell, and so does what it throws.
   */
  Executor forThisCell();

  /**
   * Runs the body on the calling thread, and hands over what it and the threads that it starts
   * print and show.
   */
  void capture(CapturedOutput output, Runnable body);
}
