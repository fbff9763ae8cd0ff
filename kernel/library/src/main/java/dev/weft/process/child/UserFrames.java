package dev.weft.process.child;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a stack trace is the user's and the JDK's, without this library and what calls it. */
final class UserFrames {

  private static final String LIBRARY = "dev.weft.";
  private static final String CALLER = "dev.weft.process.child.";

  private UserFrames() {}

  /** Leaves nothing else in the traces of an exception and of those in it. */
  static void keep(Throwable thrown) {
    keep(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void keep(@Nullable Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    StackTraceElement[] users = of(trace);
    if (users.length < trace.length) {
      thrown.setStackTrace(users);
    }
    keep(thrown.getCause(), seen);
    for (Throwable each : thrown.getSuppressed()) {
      keep(each, seen);
    }
  }

  /** Returns the user's part of a trace, which ends where a child calls a task. */
  static StackTraceElement[] of(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .takeWhile(each -> !each.getClassName().startsWith(CALLER) || !isOurs(each))
        .filter(each -> !isOurs(each))
        .toArray(StackTraceElement[]::new);
  }

  /** A user's package may begin with the same letters. */
  private static boolean isOurs(StackTraceElement frame) {
    if (!frame.getClassName().startsWith(LIBRARY)) {
      return false;
    }
    try {
      Class<?> type = Class.forName(frame.getClassName(), false, UserFrames.class.getClassLoader());
      return Objects.equals(
          type.getProtectionDomain().getCodeSource(),
          UserFrames.class.getProtectionDomain().getCodeSource());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
