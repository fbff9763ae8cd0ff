package dev.weft.front.remote;

import dev.weft.link.Event;
import dev.weft.link.StreamName;

/** Told what a worker says; called by the worker's own threads. */
public interface WorkerListener {

  /** Takes one event; events come in the order in which they were sent, from one thread. */
  void received(Event event);

  /** Takes text that was written past the JVM's own streams, by native code or the JVM itself. */
  void nativeOutput(StreamName stream, String text);

  /** Told once that the worker has ended, after all that it has said. */
  void ended(WorkerEnd end);
}
