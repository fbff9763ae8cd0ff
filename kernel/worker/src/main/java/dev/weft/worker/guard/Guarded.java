package dev.weft.worker.guard;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls to methods that users write and that may throw anything, or return far too much. */
public final class Guarded {

  private Guarded() {}

  /** Returns what the call returns, or null where it throws; a stop goes through. */
  public static <T> @Nullable T get(Supplier<? extends @Nullable T> call) {
    try {
      return call.get();
    } catch (CellStopped e) {
      throw e;
    } catch (Throwable e) {
      return null;
    }
  }

  /** What may throw anything. */
  public interface Action {
    /** Does it. */
    void run() throws Exception;
  }

  /** Does something; returns what it threw, described, or null where it went well. */
  public static @Nullable String problem(Action action) {
    try {
      action.run();
      return null;
    } catch (CellStopped e) {
      throw e;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof CellStopped stopped) {
        throw stopped;
      }
      return describe(e.getCause() == null ? e : e.getCause());
    } catch (Throwable e) {
      return describe(e);
    }
  }

  /** Returns the text, empty for null, or a note that says what the call threw. */
  public static Optional<String> text(
      Supplier<@Nullable String> call, String method, Object value) {
    try {
      return Optional.ofNullable(call.get());
    } catch (CellStopped e) {
      throw e;
    } catch (Throwable e) {
      return Optional.of(
          "(" + method + " of " + value.getClass().getName() + " threw " + describe(e) + ")");
    }
  }

  /** The class of an exception, and its message where that can be had. */
  public static String describe(Throwable thrown) {
    String message = get(thrown::getLocalizedMessage);
    String name = thrown.getClass().getName();
    return message == null ? name : name + ": " + shortened(message, 1000);
  }

  /** Cuts a text that is too long, and says so. */
  public static String shortened(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
  }
}
