package dev.weft.process.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The end of a child that has done its work: {@code main} returns, and the JVM ends when all other
 * threads but daemons have ended.
 */
final class ChildExit {

  private static final int WORKING = -1;
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long TICK = TimeUnit.MICROSECONDS.toNanos(50);

  private volatile int status = WORKING;

  /** Ends a JVM whose main throws it with exit status 1. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed() {
      super("", null, false, false);
    }
  }

  /**
   * Prepares the return of main, on the thread that runs it. {@link System#exit} would end the
   * other threads, and takes long: it looks for a logger.
   *
   * @param exitStatus with which the JVM is to end
   * @throws Failed for main to throw, unless the status is 0
   */
  void leave(int exitStatus) throws Failed {
    status = exitStatus;
    if (exitStatus != 0) {
      Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
      throw new Failed();
    }
  }

  /**
   * Returns the exit status if nothing can happen any more, as a shutdown hook sees it: the JVM
   * ends because main has returned, and no other hook is at work.
   */
  Optional<Integer> finalStatus() {
    int known = status;
    return known != WORKING && isLastThread() ? Optional.of(known) : Optional.empty();
  }

  /** The thread that ends the JVM starts all hooks before it waits for the first of them. */
  private static boolean isLastThread() {
    long deadline = System.nanoTime() + PATIENCE;
    Thread ending = ending();
    while (ending == null || ending.getState() != Thread.State.WAITING) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(TICK);
      ending = ending();
    }
    for (Thread each : AllThreads.live()) {
      if (each != ending && each != Thread.currentThread() && !each.isDaemon()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Thread ending() {
    for (Thread each : AllThreads.live()) {
      if (each.getName().equals("DestroyJavaVM")) {
        return each;
      }
    }
    return null;
  }

  /** Closes what native code writes to, so that its reader sees the end before this JVM's. */
  static void closeStreams() {
    for (FileDescriptor each : new FileDescriptor[] {FileDescriptor.out, FileDescriptor.err}) {
      try {
        new FileOutputStream(each).close();
      } catch (IOException e) {
        // the end of the process closes it
      }
    }
  }
}
