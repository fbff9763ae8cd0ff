package dev.weft.trace.flight;

import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import dev.weft.trace.TraceLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording of this JVM, which runs until it is stopped.
 *
 * <p>Without the module {@code jdk.jfr} it has what is seen now and then and what the library's
 * types tell. One thread at a time uses it.
 */
public final class JvmRecording implements AutoCloseable {

  private final TraceLog log = Trace.start();
  private final Sampler sampler = new Sampler();
  private final @Nullable FlightRecorder flight;
  private final long start;
  private long end;
  private boolean stopped;

  private JvmRecording() {
    flight = hasFlightRecorder() ? new FlightRecorder() : null;
    start = mark();
    sampler.start();
  }

  /** Starts one; returns when everything is recorded. */
  public static JvmRecording start() {
    return new JvmRecording();
  }

  private static boolean hasFlightRecorder() {
    return ModuleLayer.boot().findModule("jdk.jfr").isPresent();
  }

  private long mark() {
    return flight == null ? System.nanoTime() : FlightRecorder.Mark.set();
  }

  /** Returns when it began. */
  public long startNanos() {
    return start;
  }

  /** Says that what is to be recorded is over; the threads are looked at once more. */
  public void stop() {
    if (!stopped) {
      stopped = true;
      end = mark();
      sampler.close();
      sampler.look(end);
      Trace.stop(log);
    }
  }

  /**
   * Writes what the flight recorder has to a file, after {@link #stop}.
   *
   * @return whether there is a flight recorder
   * @throws IOException if it can't be written
   */
  public boolean write(Path file) throws IOException {
    if (flight == null) {
      return false;
    }
    flight.stop(file);
    return true;
  }

  private Recorded told() {
    List<Happening> all = new ArrayList<>(sampler.takeDone());
    all.addAll(sampler.goingOn());
    for (Span each : log.spans()) {
      if (each.end(end) > start && each.start() < end) {
        all.add(told(each, end));
      }
    }
    return new Recorded(start, end, all, log.shorter(), log.dropped());
  }

  /** What was seen and told up to a moment: what was over then, and what went on. */
  public record SoFar(List<Happening> over, List<Happening> goingOn) {}

  /**
   * Returns what was seen and told since the last call, for a recording whose log nobody shares.
   */
  public SoFar soFar() {
    long now = stopped ? end : System.nanoTime();
    List<Happening> over = new ArrayList<>(sampler.takeDone());
    log.takeDone().forEach(each -> over.add(told(each, now)));
    List<Happening> goingOn = new ArrayList<>(sampler.goingOn());
    log.open().forEach(each -> goingOn.add(told(each, now)));
    return new SoFar(over, goingOn);
  }

  private static Happening told(Span span, long now) {
    boolean open = span.isOpen();
    Thread thread = span.thread();
    return new Happening.Told(
        thread.threadId(),
        name(thread),
        span.start(),
        Math.min(now, span.end(now)),
        span.activity(),
        span.name(),
        span.holder(),
        open);
  }

  private static String name(Thread thread) {
    return thread.getName().isEmpty() ? "thread " + thread.threadId() : thread.getName();
  }

  /** Reads what another JVM has written by {@link #write}. */
  public static List<Happening> read(Path file) throws IOException {
    return FlightReader.read(file);
  }

  /**
   * Stops it, and returns everything.
   *
   * @throws IOException if there is no room for it in the folder for temporary files
   */
  public Recorded finish() throws IOException {
    stop();
    Recorded told = told();
    Path file = Files.createTempFile("weft", ".jfr");
    try {
      if (write(file)) {
        told.happenings().addAll(read(file));
      }
      return told;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() {
    stop();
    FlightRecorder recorder = flight;
    if (recorder != null) {
      Thread unused =
          Thread.ofPlatform()
              .group(HelperThreads.GROUP)
              .daemon()
              .name("recorder-end")
              .inheritInheritableThreadLocals(false)
              .start(() -> delete(recorder));
    }
  }

  /** Takes some milliseconds, for which nobody should wait. */
  private static void delete(FlightRecorder recorder) {
    recorder.close();
    RecorderFolder.deleteEmpty();
  }
}
