package dev.weft.timeline;

import dev.weft.chart.TimelineChart.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A recording by the JDK's flight recorder; the only class here that touches it. */
final class FlightRecording implements AutoCloseable {

  private static final Duration SHORTEST = Duration.ofNanos(20_000);

  private static final Map<String, State> HELD =
      Map.of(
          "jdk.ThreadSleep", State.SLEEPING,
          "jdk.ThreadPark", State.WAITING,
          "jdk.JavaMonitorEnter", State.LOCK,
          "jdk.JavaMonitorWait", State.WAITING,
          "jdk.SocketRead", State.IO,
          "jdk.SocketWrite", State.IO,
          "jdk.FileRead", State.IO,
          "jdk.FileWrite", State.IO);

  private static final Set<String> BEGUN = Set.of("jdk.ThreadStart", "jdk.VirtualThreadStart");
  private static final Set<String> ENDED = Set.of("jdk.ThreadEnd", "jdk.VirtualThreadEnd");

  /** Locks of java.util.concurrent that one thread or a few hold; others are waits. */
  private static final List<String> LOCKS =
      List.of("ReentrantLock$", "ReentrantReadWriteLock$", "Semaphore$", "StampedLock");

  private final Recording recording = new Recording();

  /** Marks a moment on the recorder's own clock. */
  @Name("dev.weft.Mark")
  @StackTrace(false)
  static final class Mark extends Event {}

  /** What was recorded. */
  record Recorded(long start, long end, List<Happening> happenings) {}

  /** Starts to record; returns when it does. */
  static FlightRecording start() {
    FlightRecording flight = new FlightRecording();
    HELD.keySet().forEach(flight::enable);
    BEGUN.forEach(flight::enable);
    ENDED.forEach(flight::enable);
    flight.recording.enable(Mark.class);
    flight.recording.start();
    new Mark().commit();
    return flight;
  }

  private void enable(String event) {
    recording.enable(event).withThreshold(SHORTEST).withoutStackTrace();
  }

  /**
   * Ends the recording and reads it.
   *
   * @throws IOException if there is no room for it in the folder for temporary files
   */
  Recorded stop() throws IOException {
    new Mark().commit();
    recording.stop();
    Path file = Files.createTempFile("weft", ".jfr");
    try {
      recording.dump(file);
      return read(RecordingFile.readAllEvents(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Recorded read(List<RecordedEvent> events) {
    List<Happening> happenings = new ArrayList<>();
    long start = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (RecordedEvent event : events) {
      if (event.getEventType().getName().equals("dev.weft.Mark")) {
        start = Math.min(start, nanos(event.getStartTime()));
        end = Math.max(end, nanos(event.getStartTime()));
      } else {
        happening(event).ifPresent(happenings::add);
      }
    }
    return new Recorded(start, end, happenings);
  }

  private static long nanos(Instant time) {
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }

  private static Optional<Happening> happening(RecordedEvent event) {
    RecordedThread thread = event.getThread();
    if (thread == null || isOfTheSystem(thread)) {
      return Optional.empty();
    }
    String type = event.getEventType().getName();
    long id = thread.getJavaThreadId();
    long start = nanos(event.getStartTime());
    if (BEGUN.contains(type)) {
      return Optional.of(new Happening.Begun(id, start, name(thread)));
    }
    if (ENDED.contains(type)) {
      return Optional.of(new Happening.Ended(id, start));
    }
    State state = HELD.get(type);
    return state == null ? Optional.empty() : Optional.of(held(event, thread, state));
  }

  private static Happening held(RecordedEvent event, RecordedThread thread, State state) {
    String kind = className(event);
    boolean locks = state == State.WAITING && LOCKS.stream().anyMatch(kind::contains);
    RecordedThread owner =
        event.hasField("previousOwner") ? event.getThread("previousOwner") : null;
    return new Happening.Held(
        thread.getJavaThreadId(),
        name(thread),
        nanos(event.getStartTime()),
        nanos(event.getEndTime()),
        locks ? State.LOCK : state,
        kind,
        address(event),
        owner == null ? "" : name(owner));
  }

  /** Sockets have an address too, which is a text. */
  private static long address(RecordedEvent event) {
    Object address = event.hasField("address") ? event.getValue("address") : 0L;
    return address instanceof Long number ? number : 0;
  }

  private static String className(RecordedEvent event) {
    for (String field : List.of("parkedClass", "monitorClass")) {
      RecordedClass type = event.hasField(field) ? event.getClass(field) : null;
      if (type != null) {
        return type.getName();
      }
    }
    return "";
  }

  private static boolean isOfTheSystem(RecordedThread thread) {
    String group = thread.getThreadGroup() == null ? "" : thread.getThreadGroup().getName();
    return thread.getJavaThreadId() <= 0
        || "system".equals(group)
        || "InnocuousThreadGroup".equals(group)
        || name(thread).startsWith("VirtualThread-unblocker")
        || name(thread).startsWith("ForkJoinPool-1-");
  }

  private static String name(RecordedThread thread) {
    @Nullable String name = thread.getJavaName();
    return name == null || name.isEmpty() ? "thread " + thread.getJavaThreadId() : name;
  }

  @Override
  public void close() {
    recording.close();
  }
}
