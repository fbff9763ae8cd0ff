package dev.weft.front.magic.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process with all that it has started. */
final class ProcessTree {

  /** How long a process may take to end when it is asked to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private ProcessTree() {}

  /** Asks all of them to end, then ends those that have not. */
  static void end(ProcessHandle root) {
    List<ProcessHandle> tree = new ArrayList<>(root.descendants().toList());
    tree.add(root);
    tree.forEach(ProcessHandle::destroy);
    awaitEnd(tree);
    List<ProcessHandle> late = new ArrayList<>(tree);
    tree.forEach(process -> late.addAll(process.descendants().toList()));
    late.forEach(ProcessHandle::destroyForcibly);
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return; // they are ended by force
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
