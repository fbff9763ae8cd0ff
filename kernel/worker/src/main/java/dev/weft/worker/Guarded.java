package dev.weft.worker;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls to methods that users write and that may throw anything, or return far too much. */
final class Guarded {

  private Guarded() {}

  /** Returns what the call returns, or null where it throws; a stop goes through. */
  static <T> @Nullable T get(Supplier<? extends @Nullable T> call) {
    try {
      return call.get();
    } catch (CellStopped e) {
      throw e;
    } catch (Throwable e) {
      return null;
    }
  }

  /** Returns the text, empty for null, or a note that says what the call threw. */
  static Optional<String> text(Supplier<@Nullable String> call, String method, Object value) {
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
  static String describe(Throwable thrown) {
    String message = get(thrown::getLocalizedMessage);
    String name = thrown.getClass().getName();
    return message == null ? name : name + ": " + shortened(message, 1000);
  }

  /** Cuts a text that is too long, and says so. */
  static String shortened(String text, int limit) {
    return text.length() <= limit
        ? text
        : text.substring(0, limit) + "… (" + (text.length() - limit) + " more characters)";
  }
}
