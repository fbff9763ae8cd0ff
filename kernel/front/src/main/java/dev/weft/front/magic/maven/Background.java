package dev.weft.front.magic.maven;

import dev.weft.front.magic.Interruption;
import dev.weft.front.magic.MagicException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs what may take long so that an interrupt ends the wait for it at once. */
final class Background {

  private Background() {}

  /** Something that takes long. */
  interface Task<T> {
    T run() throws DependencyException;
  }

  /**
   * Runs a task in a thread of its own and waits for it, or for an interrupt.
   *
   * @param cancel tells the task to end, when nobody waits for it any more
   */
  static <T> T run(Task<T> task, Interruption interruption, Runnable cancel) throws MagicException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().daemon().name("maven").start(() -> complete(result, task));
    Runnable stop =
        () -> {
          cancel.run();
          result.cancel(false);
          thread.interrupt();
        };
    try (Interruption.Registration _ = interruption.onRequest(stop)) {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DependencyException failure) {
        throw new MagicException("DependencyError", failure.text());
      }
      throw e;
    } catch (java.util.concurrent.CancellationException e) {
      throw new MagicException("Interrupted", "Interrupted; nothing was added.");
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Task<T> task) {
    try {
      result.complete(task.run());
    } catch (DependencyException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
