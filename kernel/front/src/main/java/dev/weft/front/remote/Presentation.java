package dev.weft.front.remote;

import dev.weft.link.Command;
import dev.weft.link.Thrown;

/**
 * What the worker is told in place of JShell's terms, and what the person is told of the worker.
 */
public interface Presentation {

  /** Returns what a request is to the worker; called by the thread that runs cells. */
  Command.Request toWorker(Command.Request request);

  /** Returns what to print when an exception has ended a thread; called by any thread. */
  String uncaught(String thread, Thrown thrown);
}
