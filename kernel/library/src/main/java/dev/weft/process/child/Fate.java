package dev.weft.process.child;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How a child ends, and who is told of it. Safe for use by several threads.
 *
 * <p>A child that says that it has done everything counts as ended from then on. Its process is
 * given some seconds more to go.
 */
final class Fate {

  private static final long GOING_SECONDS = 5;

  private final Process process;
  private final ChildStreams streams;
  private final Leave leave;
  private final boolean mayLinger;
  private final RecordSeat seat;

  private volatile boolean orderly;
  private volatile int signal;

  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
  private @Nullable ChildListener listener;
  private @Nullable ChildEnd end;

  /**
   * Makes the fate of a child that lives.
   *
   * @param mayLinger whether its process counts, because its JVM has things to do when it ends
   * @param seat told of the end first
   */
  Fate(Process process, ChildStreams streams, Leave leave, boolean mayLinger, RecordSeat seat) {
    this.process = process;
    this.streams = streams;
    this.leave = leave;
    this.mayLinger = mayLinger;
    this.seat = seat;
  }

  /** Says who is to be told; at once if the child has ended. */
  void assign(ChildListener user) {
    ChildEnd ended = null;
    lock.lock();
    try {
      listener = user;
      ended = end;
    } finally {
      lock.unlock();
    }
    if (ended != null) {
      user.ended(ended);
    }
  }

  /** Returns who is told, or null while nobody is. */
  @Nullable ChildListener listener() {
    lock.lock();
    try {
      return listener;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the child counts as ended. */
  boolean isOver() {
    lock.lock();
    try {
      return end != null;
    } finally {
      lock.unlock();
    }
  }

  /** The child is sent a signal. */
  void signalled(int number) {
    signal = signal == 0 ? number : signal;
  }

  /** The child says that its JVM is ending: by a signal, or by an exit status if that is 0. */
  void saidBye(int number) {
    orderly = true;
    signal = number;
  }

  /** The child says that it has done and printed everything, and ends with that status. */
  void saidDone(int status) {
    orderly = true;
    if (mayLinger) {
      signal = 0;
      return;
    }
    killAfter(GOING_SECONDS);
    streams.drain();
    tell(new ChildEnd(status, streams.lastErrors()));
  }

  /** Ends the process when it has not ended by itself in that time. */
  void killAfter(long seconds) {
    var unused =
        process
            .onExit()
            .copy()
            .completeOnTimeout(process, seconds, TimeUnit.SECONDS)
            .thenRun(process::destroyForcibly);
  }

  /** The connection has ended: waits until the process has. */
  void awaitProcess() {
    int status = waitFor();
    if (!isOver()) {
      streams.drain();
      tell(new ChildEnd(ChildEnd.code(status, orderly, signal), streams.lastErrors()));
    }
  }

  private int waitFor() {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // nobody has a reason to interrupt the thread that reads
      }
    }
  }

  private void tell(ChildEnd how) {
    seat.ended(how.exitCode());
    ChildListener user = null;
    lock.lock();
    try {
      end = how;
      user = listener;
      leave.end();
    } finally {
      lock.unlock();
    }
    if (user != null) {
      user.ended(how);
    }
  }
}
