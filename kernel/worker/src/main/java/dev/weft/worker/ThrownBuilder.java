package dev.weft.worker;

import dev.weft.link.Thrown;
import dev.weft.link.Thrown.Frame;
import dev.weft.worker.guard.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** Makes data of an exception, whatever its own methods do, within bounds. */
final class ThrownBuilder {

  /** Causes and suppressed exceptions of one exception, itself included. */
  static final int MAX_CAUSES = 50;

  private static final int MAX_FRAMES = 1024;
  private static final int MAX_MESSAGE = 1 << 20;
  private static final String WEFT = "dev.weft.";
  private static final String RUNNER = SnippetRunner.class.getName();
  private static final String CALLBACKS = CellComms.class.getName();

  private int left = MAX_CAUSES;

  private ThrownBuilder() {}

  static Thrown build(@Nullable Throwable thrown) {
    return thrown == null ? nameOnly(null) : new ThrownBuilder().convert(thrown);
  }

  /** Makes the least of an exception. */
  static Thrown nameOnly(@Nullable Throwable thrown) {
    return summary((thrown == null ? Throwable.class : thrown.getClass()).getName(), null);
  }

  /** An exception of which nothing but this is told. */
  static Thrown summary(String className, @Nullable String message) {
    return new Thrown(
        className,
        Optional.ofNullable(message),
        List.of(),
        Optional.empty(),
        List.of(),
        OptionalInt.empty());
  }

  private Thrown convert(Throwable thrown) {
    left--;
    Throwable cause = Guarded.get(thrown::getCause);
    return new Thrown(
        thrown.getClass().getName(),
        message(thrown),
        frames(thrown),
        cause == null || left <= 0 ? Optional.empty() : Optional.of(convert(cause)),
        suppressed(thrown),
        thrown instanceof SPIResolutionException unresolved
            ? OptionalInt.of(unresolved.id())
            : OptionalInt.empty());
  }

  private List<Thrown> suppressed(Throwable thrown) {
    List<Thrown> suppressed = new ArrayList<>();
    for (Throwable each : thrown.getSuppressed()) {
      if (left > 0) {
        suppressed.add(convert(each));
      }
    }
    return suppressed;
  }

  private static Optional<String> message(Throwable thrown) {
    return Guarded.text(thrown::getLocalizedMessage, "getMessage", thrown)
        .map(text -> Guarded.shortened(text, MAX_MESSAGE));
  }

  private static List<Frame> frames(Throwable thrown) {
    StackTraceElement[] trace = Guarded.get(thrown::getStackTrace);
    List<Frame> frames = new ArrayList<>();
    if (trace != null) {
      int end = Math.min(endOfUserFrames(trace), MAX_FRAMES);
      for (int i = 0; i < end; i++) {
        if (!trace[i].getClassName().startsWith(WEFT)) {
          frames.add(frame(trace[i]));
        }
      }
    }
    return frames;
  }

  /** Index of the first frame that belongs to the way the worker calls a snippet. */
  private static int endOfUserFrames(StackTraceElement[] trace) {
    int end = 0;
    while (end < trace.length && !callsUsers(trace[end].getClassName())) {
      end++;
    }
    if (end == trace.length) {
      return end;
    }
    while (end > 0 && isOnTheWay(trace[end - 1].getClassName())) {
      end--;
    }
    return end;
  }

  private static boolean callsUsers(String className) {
    return className.equals(RUNNER) || className.equals(CALLBACKS);
  }

  private static boolean isOnTheWay(String className) {
    return className.startsWith("dev.weft.comm.")
        || className.startsWith("dev.weft.widget.")
        || className.startsWith("java.lang.reflect.")
        || className.startsWith("jdk.internal.reflect.")
        || className.startsWith("java.lang.invoke.");
  }

  private static Frame frame(StackTraceElement element) {
    return new Frame(
        element.getClassName(),
        element.getMethodName(),
        Optional.ofNullable(element.getFileName()),
        element.getLineNumber());
  }
}
