package dev.weft.front.remote;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.Link;
import dev.weft.link.LinkListener;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A worker JVM.
 *
 * <p>Three daemon threads belong to it and end with it: {@code worker-link} waits for it to connect
 * and passes on what it says, {@code worker-stdout} and {@code worker-stderr} what it writes past
 * its own streams.
 */
final class WorkerProcess implements Worker {

  /** How long to wait for what normally comes at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Process process;
  private final LinkListener server;
  private final WorkerListener listener;
  private final NativeOutput errors;
  private final Thread errorThread;

  /** Completes when the worker has connected, exceptionally when it never will. */
  private final CompletableFuture<Link> link = new CompletableFuture<>();

  private WorkerProcess(Process process, LinkListener server, WorkerListener listener) {
    this.process = process;
    this.server = server;
    this.listener = listener;
    NativeOutput output = new NativeOutput(process.getInputStream(), StreamName.STDOUT, listener);
    errors = new NativeOutput(process.getErrorStream(), StreamName.STDERR, listener);
    daemon("worker-stdout", output).start();
    errorThread = daemon("worker-stderr", errors);
    errorThread.start();
  }

  private static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  /** Starts a worker JVM; a failure to start is told to the listener as its end. */
  static Worker start(WorkerOptions options, WorkerListener listener) {
    try {
      LinkListener server = LinkListener.open();
      Process process = WorkerCommand.builder(options, server.address()).start();
      process.getOutputStream().close();
      WorkerProcess worker = new WorkerProcess(process, server, listener);
      CompletableFuture<Void> unused = process.onExit().thenRun(worker::stopListening);
      daemon("worker-link", worker::receive).start();
      return worker;
    } catch (IOException e) {
      listener.ended(new WorkerEnd("could not be started: " + e.getMessage(), List.of()));
      return new NoWorker();
    }
  }

  private void stopListening() {
    try {
      server.close();
    } catch (IOException e) {
      link.completeExceptionally(e);
    }
  }

  private void receive() {
    try (Link opened = server.accept()) {
      link.complete(opened);
      while (opened.receive() instanceof Event event) {
        listener.received(event);
      }
    } catch (IOException e) {
      link.completeExceptionally(e);
    }
    listener.ended(awaitEnd());
  }

  /** The link has ended; so has the process, or it is about to, or it is not to be trusted. */
  private WorkerEnd awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
      int exit = process.waitFor();
      errorThread.join(PATIENCE);
      return WorkerEnd.of(exit, errors.lastLines());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WorkerEnd("was lost", errors.lastLines());
    }
  }

  @Override
  public void send(Command command) {
    try {
      link.join().send(command);
    } catch (CompletionException | IOException e) {
      kill();
    }
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public long processId() {
    return process.pid();
  }
}
