package dev.weft.process.child;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a child writes past its own streams, which two daemon threads pass on until their end. */
final class ChildStreams {

  /** How long to wait, after the child's end, for what its own children still write. */
  private static final long DRAIN_MILLIS = 500;

  private final LastLines errors = new LastLines();
  private final Thread outThread;
  private final Thread errThread;

  ChildStreams(Process process, Owners owners, String name) {
    Pump out = new Pump(process.getInputStream(), false, owners, new LastLines());
    Pump err = new Pump(process.getErrorStream(), true, owners, errors);
    outThread = HouseThreads.start(name + "-stdout", out);
    errThread = HouseThreads.start(name + "-stderr", err);
  }

  /** Keeps what has come another way. */
  void noteError(String text) {
    errors.add(text);
  }

  List<String> lastErrors() {
    return errors.get();
  }

  /** Waits until all that was written has been passed on. */
  void drain() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
    boolean interrupted = false;
    for (Thread each : List.of(outThread, errThread)) {
      interrupted |= drain(each, deadline);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a thread; returns whether the calling one was interrupted meanwhile. */
  private static boolean drain(Thread thread, long deadline) {
    boolean interrupted = false;
    long left = deadline - System.nanoTime();
    while (thread.isAlive() && left > 0) {
      try {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = deadline - System.nanoTime();
    }
    return interrupted;
  }
}
