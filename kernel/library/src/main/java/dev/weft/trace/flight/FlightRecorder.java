package dev.weft.trace.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;

/** A recording by the JDK's flight recorder, which must be there. */
final class FlightRecorder implements AutoCloseable {

  static final String MARK = "dev.weft.Mark";

  private static final Duration SHORTEST = Duration.ofNanos(20_000);
  private static final Duration SAMPLES = Duration.ofMillis(10);

  private static final List<String> TIMED =
      List.of(
          "jdk.ThreadSleep",
          "jdk.ThreadPark",
          "jdk.JavaMonitorEnter",
          "jdk.JavaMonitorWait",
          "jdk.SocketRead",
          "jdk.SocketWrite",
          "jdk.FileRead",
          "jdk.FileWrite",
          "jdk.VirtualThreadPinned");

  private static final List<String> AT_ONCE =
      List.of(
          "jdk.ThreadStart",
          "jdk.ThreadEnd",
          "jdk.VirtualThreadStart",
          "jdk.VirtualThreadEnd",
          "jdk.GCPhasePause",
          "jdk.DataLoss");

  private final Recording recording = new Recording();

  /** A moment on both clocks, the recorder's own and the program's. */
  @Name(MARK)
  @StackTrace(false)
  static final class Mark extends Event {
    long nanoTime;

    static long set() {
      Mark mark = new Mark();
      mark.nanoTime = System.nanoTime();
      mark.commit();
      return mark.nanoTime;
    }
  }

  /** Starts to record; returns when it does. */
  FlightRecorder() {
    for (String each : TIMED) {
      recording.enable(each).withThreshold(SHORTEST).withoutStackTrace();
    }
    AT_ONCE.forEach(each -> recording.enable(each).withoutStackTrace());
    recording.enable("jdk.ExecutionSample").withPeriod(SAMPLES);
    recording.enable(Mark.class);
    recording.start();
  }

  /** Ends the recording and writes it to a file. */
  void stop(Path file) throws IOException {
    recording.stop();
    recording.dump(file);
  }

  @Override
  public void close() {
    recording.close();
  }
}
