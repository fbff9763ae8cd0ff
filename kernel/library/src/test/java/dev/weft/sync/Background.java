package dev.weft.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A thread of a test, and what became of it. */
final class Background {

  private final CompletableFuture<String> result = new CompletableFuture<>();
  final Thread thread;

  /** What the thread does; it returns a text. */
  interface Body {
    String run() throws Exception;
  }

  private Background(Body body, boolean virtual) {
    Runnable action = () -> complete(body);
    thread = virtual ? Thread.ofVirtual().start(action) : Thread.ofPlatform().start(action);
  }

  static Background start(Body body) {
    return new Background(body, false);
  }

  static Background virtual(Body body) {
    return new Background(body, true);
  }

  private void complete(Body body) {
    try {
      result.complete(body.run());
    } catch (Exception e) {
      result.complete(e.getClass().getSimpleName());
    }
  }

  boolean isDone() {
    return result.isDone();
  }

  /** Waits for it; an exception is given by its name. */
  String result() throws Exception {
    return result.get(60, TimeUnit.SECONDS);
  }

  /** Waits until it waits. */
  void awaitBlocked(BooleanSupplier waits) throws Exception {
    while (!waits.getAsBoolean()) {
      Thread.sleep(1);
    }
  }
}
