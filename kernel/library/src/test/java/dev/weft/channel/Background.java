package dev.weft.channel;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Something that waits, on a thread of its own. */
final class Background {

  private Background() {}

  /** Runs it on a virtual thread. */
  static <T> CompletableFuture<T> run(Callable<T> body) {
    CompletableFuture<T> result = new CompletableFuture<>();
    var unused = Thread.ofVirtual().start(() -> complete(result, body));
    return result;
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> body) {
    try {
      result.complete(body.call());
    } catch (Exception e) {
      result.completeExceptionally(e);
    }
  }

  /** Something to do that may throw. */
  interface Action {
    void run() throws Exception;
  }

  /** Runs it on a virtual thread. */
  static CompletableFuture<Boolean> act(Action action) {
    return run(
        () -> {
          action.run();
          return true;
        });
  }

  /** Waits until a thread sleeps. */
  static void awaitSleep(Thread thread) throws InterruptedException {
    while (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.NEW) {
      Thread.sleep(1);
    }
  }
}
