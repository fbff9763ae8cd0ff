package dev.weft.front.server;

import java.util.concurrent.CountDownLatch;

/** Whether the kernel is to end, and whether a new one will follow; safe for many threads. */
final class Shutdown {

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile boolean restart;

  /** Notes the wish, which is carried out when its reply has been sent. */
  void request(boolean thenRestart) {
    restart = thenRestart;
    requested = true;
  }

  boolean requested() {
    return requested;
  }

  /** Lets {@link #await} return. */
  void complete() {
    done.countDown();
  }

  /** Returns whether a new kernel will follow. */
  boolean await() throws InterruptedException {
    done.await();
    return restart;
  }
}
