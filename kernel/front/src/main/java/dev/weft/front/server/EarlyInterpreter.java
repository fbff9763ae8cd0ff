package dev.weft.front.server;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * An interpreter that starts while the sockets are still made, so that both processors have work.
 *
 * <p>Whoever has output before there is a sink for it waits for that.
 *
 * <p>Safe for use by several threads.
 */
public final class EarlyInterpreter implements AutoCloseable {

  private final CompletableFuture<OutputSink> sink = new CompletableFuture<>();
  private final CompletableFuture<Interpreter> interpreter = new CompletableFuture<>();

  private EarlyInterpreter() {}

  /**
   * Starts an interpreter in a thread of its own and returns at once.
   *
   * @param factory makes it
   */
  public static EarlyInterpreter start(Function<OutputSink, Interpreter> factory) {
    EarlyInterpreter early = new EarlyInterpreter();
    KernelThreads.start("early-interpreter", () -> early.make(factory));
    return early;
  }

  private void make(Function<OutputSink, Interpreter> factory) {
    try {
      interpreter.complete(factory.apply(new Sink()));
    } catch (RuntimeException | Error e) {
      interpreter.completeExceptionally(e);
    }
  }

  /**
   * Says where output goes, waits for the interpreter and hands it over; called once at most.
   *
   * @throws RuntimeException what the factory has thrown
   */
  public Interpreter connect(OutputSink output) {
    sink.complete(output);
    try {
      return interpreter.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  /** Ends the interpreter if it was never connected; else that is up to whoever has it. */
  @Override
  public void close() {
    if (!sink.isDone()) {
      var unused = interpreter.thenAccept(Interpreter::close);
    }
  }

  /** Passes output on as soon as it is known where. */
  private final class Sink implements OutputSink {
    @Override
    public void stream(long cell, String name, String text) {
      sink.join().stream(cell, name, text);
    }

    @Override
    public void display(long cell, DisplayData data, Optional<String> id, boolean update) {
      sink.join().display(cell, data, id, update);
    }

    @Override
    public void clear(long cell, boolean wait) {
      sink.join().clear(cell, wait);
    }

    @Override
    public void requestInput(long cell, String prompt, boolean password) {
      sink.join().requestInput(cell, prompt, password);
    }

    @Override
    public void comm(long cell, CommMessage message) {
      sink.join().comm(cell, message);
    }
  }
}
