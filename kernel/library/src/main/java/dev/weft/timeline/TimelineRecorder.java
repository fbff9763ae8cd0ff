package dev.weft.timeline;

import dev.weft.chart.TimelineChart.View;
import dev.weft.deadlock.Deadlocks;
import dev.weft.display.Display;
import dev.weft.timing.Body;
import dev.weft.trace.flight.JvmRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A recording between two points in time; what the magic {@code %%timeline} uses.
 *
 * <p>Code that has a body uses {@link Timeline#record} instead. One thread at a time may use it.
 */
public final class TimelineRecorder {

  /** What was recorded last. */
  private static final AtomicReference<@Nullable Timeline> LAST = new AtomicReference<>();

  /** The recording of the cell that runs. */
  private static final AtomicReference<@Nullable TimelineRecorder> OF_CELL =
      new AtomicReference<>();

  private final Settings settings;
  private final Recording recording;

  private TimelineRecorder(Settings settings) throws IOException, InterruptedException {
    this.settings = settings;
    recording = new Recording();
  }

  /**
   * What is to be shown of a recording.
   *
   * @param only a pattern for the names of threads
   * @param file where the chart is written to as well
   */
  public record Settings(String title, View view, Optional<String> only, Optional<Path> file) {}

  /**
   * Goes once through all that a recording takes, of which nothing is kept, so that the first that
   * is wanted costs little; takes some hundred milliseconds.
   */
  public static void warmUp() throws IOException {
    try (JvmRecording recording = JvmRecording.start()) {
      Recording.All all =
          new Recording.All(
              recording.finish(), List.of(), Thread.currentThread(), Deadlocks.names());
      TimelineBuilder.build("", all).toDisplayData();
    }
  }

  /** Starts to record for a cell. */
  public static void begin(Settings settings) throws IOException, InterruptedException {
    TimelineRecorder recorder = new TimelineRecorder(settings);
    TimelineRecorder before = OF_CELL.getAndSet(recorder);
    if (before != null) {
      before.recording.close();
    }
  }

  /**
   * Ends what {@link #begin} has started.
   *
   * @return what was recorded, whose chart is written to the file of the settings too
   * @throws IllegalStateException if nothing was started
   */
  public static Timeline end() throws IOException {
    TimelineRecorder recorder = OF_CELL.getAndSet(null);
    if (recorder == null) {
      throw new IllegalStateException("No timeline is being recorded");
    }
    Settings settings = recorder.settings;
    Timeline timeline = finish(settings.title(), recorder.recording);
    Timeline shown = settings.only().map(timeline::only).orElse(timeline);
    shown = shown.view(settings.view());
    if (settings.file().isPresent()) {
      Path unused = shown.toFile(settings.file().get());
    }
    return shown;
  }

  /** Ends what {@link #begin} has started, if anything, and displays what was recorded. */
  public static void endFailed() throws IOException {
    if (OF_CELL.get() != null) {
      display(end());
    }
  }

  static Timeline record(String title, Body body) throws Exception {
    Recording recording = new Recording();
    boolean whole = false;
    try {
      body.run();
      whole = true;
    } finally {
      if (!whole) {
        display(finish(title, recording));
      }
    }
    return finish(title, recording);
  }

  private static void display(Timeline timeline) {
    String unused = Display.display(timeline);
  }

  private static Timeline finish(String title, Recording recording) throws IOException {
    try (recording) {
      Timeline timeline = TimelineBuilder.build(title, recording.finish());
      LAST.set(timeline);
      return timeline;
    }
  }

  static Timeline last() {
    Timeline last = LAST.get();
    if (last == null) {
      throw new IllegalStateException("Nothing has been recorded yet");
    }
    return last;
  }
}
