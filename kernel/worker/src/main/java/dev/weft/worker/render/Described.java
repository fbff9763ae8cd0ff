package dev.weft.worker.render;

import dev.weft.worker.guard.Guarded;
import java.util.Collections;
import java.util.Enumeration;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Texts for values that are better described than asked for their own text. */
final class Described {

  private static final int LONGEST_MESSAGE = 1000;

  private Described() {}

  /**
   * Returns a description on one line, or empty for a value that is not of those kinds.
   *
   * @param nested makes a text of what is in the value
   */
  static Optional<String> shortText(Object value, Function<@Nullable Object, String> nested) {
    if (value instanceof Throwable thrown) {
      return Optional.of(Guarded.describe(thrown));
    }
    if (value instanceof Thread thread) {
      return Optional.of(describe(thread));
    }
    if (value instanceof Future<?> future && Types.isOfJdk(value.getClass())) {
      return Optional.of(describe(future, nested));
    }
    if (value instanceof BaseStream<?, ?> stream) {
      return Optional.of(describe(stream));
    }
    return Types.hasNoText(value.getClass()) ? unread(value) : Optional.empty();
  }

  /** Returns an exception with those that caused it, one on a line. */
  static String withCauses(Throwable thrown) {
    StringBuilder text = new StringBuilder(Guarded.describe(thrown));
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.add(thrown);
    Throwable cause = Guarded.get(thrown::getCause);
    while (cause != null && seen.add(cause) && seen.size() < 50) {
      text.append("\n  caused by ").append(Guarded.describe(cause));
      cause = Guarded.get(cause::getCause);
    }
    return text.toString();
  }

  private static String describe(Thread thread) {
    String name = thread.getName().isEmpty() ? "" : " \"" + thread.getName() + "\"";
    String facts = "id " + thread.threadId() + ", " + thread.getState() + ", " + kind(thread);
    return "Thread" + name + " (" + facts + ")";
  }

  static String kind(Thread thread) {
    if (thread.isVirtual()) {
      return "virtual";
    }
    return thread.isDaemon() ? "platform, daemon" : "platform";
  }

  private static String describe(Future<?> future, Function<@Nullable Object, String> nested) {
    String name = Types.name(future.getClass());
    return name
        + switch (future.state()) {
          case RUNNING -> " (not done)";
          case SUCCESS -> " (done: " + nested.apply(future.resultNow()) + ")";
          case FAILED -> " (failed: " + Guarded.describe(future.exceptionNow()) + ")";
          case CANCELLED -> " (cancelled)";
        };
  }

  private static String describe(BaseStream<?, ?> stream) {
    String kind = "Stream";
    if (stream instanceof IntStream) {
      kind = "IntStream";
    } else if (stream instanceof LongStream) {
      kind = "LongStream";
    } else if (stream instanceof DoubleStream) {
      kind = "DoubleStream";
    }
    String end = kind.equals("Stream") ? "toList()" : "toArray()";
    String way = Boolean.TRUE.equals(Guarded.get(stream::isParallel)) ? "parallel, " : "";
    return kind + " (" + way + "not consumed; its elements: ." + end + ")";
  }

  /** What can be read only once is not read. */
  private static Optional<String> unread(Object value) {
    String kind = null;
    if (value instanceof Iterator) {
      kind = "Iterator";
    } else if (value instanceof Spliterator) {
      kind = "Spliterator";
    } else if (value instanceof Enumeration) {
      kind = "Enumeration";
    }
    return Optional.ofNullable(kind)
        .map(k -> k + " (" + value.getClass().getName() + ", not consumed)");
  }

  /** Cuts an exception's message for a table. */
  static String brief(String text) {
    return Guarded.shortened(text, LONGEST_MESSAGE);
  }
}
