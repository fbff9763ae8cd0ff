package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import dev.weft.process.ship.Rehearsal;
import dev.weft.process.ship.UntransferableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/**
 * What a child does beside connecting, which takes as long: sees to signals, and goes through what
 * a task needs, so that its classes are loaded.
 */
final class WarmUp implements Runnable {

  private final boolean spare;
  private final CountDownLatch signals = new CountDownLatch(1);
  private final CountDownLatch all = new CountDownLatch(1);

  private WarmUp(boolean spare) {
    this.spare = spare;
  }

  /**
   * Begins, on a thread of its own.
   *
   * @param spare whether there is time for all of it before the first task
   */
  static WarmUp start(boolean spare) {
    WarmUp begun = new WarmUp(spare);
    HouseThreads.start("warm-up", begun);
    return begun;
  }

  /** Waits for what must be done before the first task. */
  void await() {
    try {
      (spare ? all : signals).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      loadRandom();
      ChildSignals.ignoreInterrupts();
      signals.countDown();
      rehearse();
    } catch (Exception | LinkageError e) {
      // the first task loads what it needs, and tells of what is missing
    } finally {
      signals.countDown();
      all.countDown();
    }
  }

  /** The JDK's Unix-domain sockets have one, whose providers take long to load. */
  private static void loadRandom() {
    SecureRandom unused = new SecureRandom();
  }

  private void rehearse() throws Exception {
    ClassBook book = ClassBook.empty(WarmUp.class.getClassLoader());
    Rehearsal.unpack(book);
    if (spare) {
      Rehearsal.sendAndUnpack(book);
      String unused = Replies.trace(new UntransferableException(""));
      rehearseEnd();
    }
  }

  private static void rehearseEnd() throws IOException {
    if (ChildSignals.ending() == 0) {
      new FileOutputStream(new FileDescriptor()).close();
    }
  }
}
