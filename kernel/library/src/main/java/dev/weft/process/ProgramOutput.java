package dev.weft.process;

import dev.weft.trace.flight.HelperThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one output of a program to its end, and keeps it.
 *
 * <p>After {@link #take} what comes is read on, so that the writer does not wait, but dropped.
 */
final class ProgramOutput implements Runnable {

  /** More than a pipe holds: what comes beyond it after a program's end is from another. */
  private static final long STRAGGLERS = 1 << 20;

  private static final long GRACE_MILLIS = 500;

  private final InputStream source;
  private final Optional<PrintStream> live;
  private final Runnable onOverflow;
  private final Thread thread;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** Null when it was taken. */
  private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private long count;
  private volatile boolean overflown;

  /**
   * Makes a reader.
   *
   * @param live where to print whole lines while they come
   * @param onOverflow is run when the memory is full
   */
  ProgramOutput(InputStream source, Optional<PrintStream> live, Runnable onOverflow) {
    this.source = source;
    this.live = live;
    this.onOverflow = onOverflow;
    thread =
        Thread.ofPlatform()
            .group(HelperThreads.GROUP)
            .daemon()
            .name("program-output")
            .unstarted(this);
  }

  ProgramOutput start() {
    thread.start();
    return this;
  }

  @Override
  public void run() {
    byte[] bytes = new byte[16 * 1024];
    try (source) {
      for (int n = source.read(bytes); n >= 0; n = source.read(bytes)) {
        keep(bytes, n);
      }
    } catch (IOException e) {
      // the stream is closed when the program has ended
    }
    endLine();
  }

  private synchronized void keep(byte[] bytes, int length) {
    count += length;
    ByteArrayOutputStream to = kept;
    if (to == null) {
      return;
    }
    try {
      to.write(bytes, 0, length);
      live.ifPresent(stream -> print(stream, bytes, length));
    } catch (OutOfMemoryError e) {
      overflown = true;
      kept = null;
      onOverflow.run();
    }
  }

  private void print(PrintStream stream, byte[] bytes, int length) {
    int whole = length;
    while (whole > 0 && bytes[whole - 1] != '\n' && bytes[whole - 1] != '\r') {
      whole--;
    }
    line.write(bytes, 0, whole);
    if (whole > 0) {
      flush(stream);
    }
    line.write(bytes, whole, length - whole);
  }

  private void flush(PrintStream stream) {
    stream.writeBytes(line.toByteArray());
    stream.flush();
    line.reset();
  }

  private synchronized void endLine() {
    if (line.size() > 0) {
      live.ifPresent(this::flush);
    }
  }

  private synchronized long count() {
    return count;
  }

  /**
   * Waits for the end of what a program that has ended has written; not for other programs that
   * write to the same pipe.
   */
  void awaitEnd() throws InterruptedException {
    long atExit = count();
    long before = -1;
    for (long now = atExit; now != before && now - atExit < STRAGGLERS; now = count()) {
      if (thread.join(java.time.Duration.ofMillis(GRACE_MILLIS))) {
        return;
      }
      before = now;
    }
  }

  /**
   * Returns what has come; nothing more is kept or printed from now on.
   *
   * @throws OutOfMemoryError if the memory was full
   */
  synchronized byte[] take() {
    ByteArrayOutputStream all = kept;
    if (overflown || all == null) {
      throw new OutOfMemoryError("The output of the program does not fit into the memory");
    }
    kept = null;
    endLine();
    return all.toByteArray();
  }

  /** Puts the outputs one after the other. */
  static byte[] join(List<ProgramOutput> outputs) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    outputs.forEach(each -> all.writeBytes(each.take()));
    return all.toByteArray();
  }
}
