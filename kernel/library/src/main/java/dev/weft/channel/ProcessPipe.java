package dev.weft.channel;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Two ends, in any two processes of a program: what is sent at one is received at the other, in
 * both directions.
 *
 * <p>An end travels to another process as tasks, captured variables and results do; there it is
 * used. The other end can tell when nobody has it any more: because it was closed, or because the
 * processes that had it have ended, in whatever way.
 *
 * <pre>{@code
 * var pipe = ProcessPipe.<Object>open();
 * var here = pipe.first();
 * var there = pipe.second();
 * ChildProcess.start(() -> {
 *   there.send(there.receive().toString().toUpperCase());
 * });
 * here.send("hello");
 * here.receive();                                  // HELLO
 * here.receive();                                  // EOFException: the child has ended
 * }</pre>
 *
 * @param first one end
 * @param second the other end
 * @param <T> type of what is sent
 */
public record ProcessPipe<T>(PipeEnd<T> first, PipeEnd<T> second) implements AutoCloseable {

  private static final AtomicLong NUMBERS = new AtomicLong();

  /**
   * Returns a new pipe.
   *
   * @throws java.io.UncheckedIOException if the system has not enough shared memory
   */
  public static <T> ProcessPipe<T> open() {
    PipeMemory memory = PipeMemory.make("ProcessPipe-" + NUMBERS.incrementAndGet());
    return new ProcessPipe<>(new PipeEnd<>(memory, true, true), new PipeEnd<>(memory, false, true));
  }

  /** Closes both ends here. */
  @Override
  public void close() {
    first.close();
    second.close();
  }
}
