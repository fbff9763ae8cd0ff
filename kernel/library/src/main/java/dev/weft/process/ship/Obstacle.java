package dev.weft.process.ship;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Finds out, after a value could not be written, what in it is in the way, and says so. */
final class Obstacle {

  /** So many objects are looked at. */
  private static final int LIMIT = 100_000;

  private Obstacle() {}

  /** An object and how one gets to it. */
  record Place(Object value, String path) {}

  /**
   * Says why a value can't travel.
   *
   * @param field the variable that holds the value, or null for the value that was sent itself
   */
  static UntransferableException explain(
      @Nullable StaticField field, @Nullable Object root, Throwable problem) {
    String subject = field == null ? "the value" : field.label();
    Place found = root == null || problem instanceof StackOverflowError ? null : find(root);
    if (found == null) {
      return new UntransferableException(
          subject + " can't travel to another process: " + reason(problem), problem);
    }
    String type = describe(found.value());
    String where = found.path().isEmpty() ? "" : " at " + found.path();
    String held = found.value() == root ? "of type " : "holds" + where + " an object of type ";
    return new UntransferableException(
        subject
            + " can't travel to another process: it "
            + (found.value() == root ? "is " : "")
            + held
            + type
            + advice(found.value()),
        problem);
  }

  private static String reason(Throwable problem) {
    if (problem instanceof StackOverflowError) {
      return "its objects are nested too deeply; a list or an array of them can travel";
    }
    return problem instanceof NotSerializableException
        ? problem.getMessage() + " is not serializable"
        : problem.toString();
  }

  private static @Nullable Place find(Object root) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Place> left = new ArrayDeque<>();
    left.add(new Place(root, ""));
    while (!left.isEmpty() && seen.size() < LIMIT) {
      Place next = left.remove();
      if (!seen.add(next.value())) {
        continue;
      }
      if (isInTheWay(next.value())) {
        return next;
      }
      left.addAll(Parts.of(next));
    }
    return null;
  }

  private static boolean isInTheWay(Object value) {
    return value instanceof CompletableFuture.AsynchronousCompletionTask
        || (!(value instanceof Serializable) && !StandIns.has(value));
  }

  /** The type as a person knows it. */
  private static String describe(Object value) {
    Class<?> type = value.getClass();
    if (!type.isHidden()) {
      return type.getTypeName();
    }
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0 ? "a lambda" : interfaces[0].getTypeName() + " (a lambda)";
  }

  private static String advice(Object value) {
    String name = value.getClass().getName();
    if (value.getClass().isHidden()) {
      return name.startsWith("java.")
          ? ", made by the JDK; write it as a lambda of your own"
          : ", which is not serializable; use one of the types of dev.weft.process, or start the"
              + " program with -javaagent: and the jar of this library";
    }
    if (value instanceof BaseStream || value instanceof Iterator) {
      return "; collect its elements into a list first";
    }
    if (value instanceof Thread || value instanceof ExecutorService) {
      return "; make it in the code that runs there";
    }
    if (value instanceof CompletableFuture.AsynchronousCompletionTask) {
      return "; give the pool the function itself, as in pool.submit(() -> ...), whose result is a"
          + " CompletableFuture too";
    }
    return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.")
        ? ", which is not serializable; make it in the code that runs there"
        : ", which does not implement java.io.Serializable";
  }
}
