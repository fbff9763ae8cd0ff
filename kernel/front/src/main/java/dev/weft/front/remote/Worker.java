package dev.weft.front.remote;

import dev.weft.link.Command;

/** A worker that has been started and may have ended meanwhile. */
public interface Worker {

  /** Sends a command; without effect when the worker has ended, which its listener is told. */
  void send(Command command);

  /** Ends it at once, whatever it does; its listener is told when it has ended. */
  void kill();

  /** Returns its process id. */
  long processId();
}
