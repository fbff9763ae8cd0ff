package dev.weft.trace.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Reads a file of the flight recorder; times of events become those of the program's clock. */
final class FlightReader {

  private static final Map<String, Doing> HELD =
      Map.of(
          "jdk.ThreadSleep", Doing.SLEEP,
          "jdk.ThreadPark", Doing.WAIT,
          "jdk.JavaMonitorEnter", Doing.LOCK,
          "jdk.JavaMonitorWait", Doing.WAIT,
          "jdk.VirtualThreadPinned", Doing.WAIT,
          "jdk.SocketRead", Doing.IO,
          "jdk.SocketWrite", Doing.IO,
          "jdk.FileRead", Doing.IO,
          "jdk.FileWrite", Doing.IO);

  private static final Set<String> VIRTUAL =
      Set.of("jdk.VirtualThreadStart", "jdk.VirtualThreadEnd");

  private final List<Happening> all = new ArrayList<>();
  private final Marks marks = new Marks();

  private FlightReader() {}

  /**
   * Reads a file to its end.
   *
   * @throws IOException if it is no such file
   */
  static List<Happening> read(Path file) throws IOException {
    FlightReader reader = new FlightReader();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        reader.read(recording.readEvent());
      }
    }
    LongUnaryOperator clock = reader.marks.clock();
    reader.all.replaceAll(each -> each.on(clock));
    return reader.all;
  }

  private void read(RecordedEvent event) {
    String type = event.getEventType().getName();
    switch (type) {
      case FlightRecorder.MARK -> marks.add(start(event), event.getLong("nanoTime"));
      case "jdk.GCPhasePause" ->
          all.add(new Happening.Paused(start(event), end(event), event.getString("name")));
      case "jdk.DataLoss" -> all.add(new Happening.Lost(start(event), event.getLong("amount")));
      case "jdk.ExecutionSample" -> ran(event).ifPresent(all::add);
      default -> ofThread(type, event).ifPresent(all::add);
    }
  }

  private static long nanos(Instant time) {
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }

  private static long start(RecordedEvent event) {
    return nanos(event.getStartTime());
  }

  private static long end(RecordedEvent event) {
    return nanos(event.getEndTime());
  }

  private static Optional<Happening> ran(RecordedEvent event) {
    RecordedThread thread = event.getThread("sampledThread");
    RecordedStackTrace trace = event.getStackTrace();
    if (thread == null || trace == null || isHelper(thread) || trace.getFrames().isEmpty()) {
      return Optional.empty();
    }
    String method = name(trace.getFrames());
    return Optional.of(
        new Happening.Ran(thread.getJavaThreadId(), name(thread), start(event), method));
  }

  private static String name(List<RecordedFrame> frames) {
    return MethodNames.ofTop(
        frames.stream()
            .map(RecordedFrame::getMethod)
            .map(method -> new MethodNames.Method(method.getType().getName(), method.getName()))
            .toList());
  }

  private static Optional<Happening> ofThread(String type, RecordedEvent event) {
    RecordedThread thread = event.getThread();
    if (thread == null || isHelper(thread)) {
      return Optional.empty();
    }
    long id = thread.getJavaThreadId();
    return switch (type) {
      case "jdk.ThreadStart", "jdk.VirtualThreadStart" ->
          Optional.of(new Happening.Begun(id, start(event), name(thread), VIRTUAL.contains(type)));
      case "jdk.ThreadEnd", "jdk.VirtualThreadEnd" ->
          Optional.of(new Happening.Ended(id, start(event)));
      default -> Optional.ofNullable(HELD.get(type)).map(doing -> held(event, thread, doing));
    };
  }

  private static Happening held(RecordedEvent event, RecordedThread thread, Doing doing) {
    String kind = kind(event, doing);
    boolean isObject = doing == Doing.LOCK || doing == Doing.WAIT;
    RecordedThread owner =
        event.hasField("previousOwner") ? event.getThread("previousOwner") : null;
    return new Happening.Held(
        thread.getJavaThreadId(),
        name(thread),
        start(event),
        end(event),
        doing == Doing.WAIT ? Blockers.doing(kind) : doing,
        kind,
        isObject && event.hasField("address") ? event.getLong("address") : 0,
        owner == null || isHelper(owner) ? "" : name(owner),
        false);
  }

  /** The class of an object, or the name of a file or a host, behind a blank. */
  private static String kind(RecordedEvent event, Doing doing) {
    if (doing == Doing.IO && event.hasField("path")) {
      return " " + fileName(event.getString("path"));
    }
    if (doing == Doing.IO && event.hasField("port")) {
      String host = event.getString("host");
      String shown = host == null || host.isEmpty() ? event.getString("address") : host;
      int port = event.getInt("port");
      return " " + shown + (port == 0 ? "" : ":" + port);
    }
    return className(event);
  }

  /**
   * Leaves out the folders: a chart that is passed on tells nobody where its author's files lie.
   */
  private static String fileName(@Nullable String path) {
    return path == null
        ? "a file"
        : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String className(RecordedEvent event) {
    for (String field : List.of("parkedClass", "monitorClass")) {
      RecordedClass type = event.hasField(field) ? event.getClass(field) : null;
      if (type != null) {
        return type.getName();
      }
    }
    return event.getEventType().getName().equals("jdk.VirtualThreadPinned") ? Blockers.PINNED : "";
  }

  private static boolean isHelper(RecordedThread thread) {
    return thread.getJavaThreadId() <= 0
        || (thread.getThreadGroup() != null
            && HelperThreads.isGroup(thread.getThreadGroup().getName()))
        || name(thread).startsWith("VirtualThread-unblocker");
  }

  private static String name(RecordedThread thread) {
    @Nullable String name = thread.getJavaName();
    return name == null || name.isEmpty() ? "thread " + thread.getJavaThreadId() : name;
  }
}
