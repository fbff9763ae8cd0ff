package dev.weft.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shows values under the cell whose code calls, in formats that the notebook chooses from.
 *
 * <p>Values are shown as {@link Displayable} says, as they are if they are {@link DisplayData},
 * images as images, and everything else as text. Outside a notebook, the text is printed. The
 * methods may be called by any thread, and may block while the notebook does not keep up.
 *
 * <pre>{@code
 * String id = Display.display("working");
 * Display.updateDisplay(id, DisplayData.html("<b>done</b>"));
 * }</pre>
 */
public final class Display {

  /** Filled once, by the kernel that runs this code: notebooks call static methods. */
  private static final AtomicReference<@Nullable DisplayChannel> CHANNEL = new AtomicReference<>();

  private Display() {}

  /**
   * Connects this class to a notebook; for kernels, before any notebook code runs.
   *
   * @throws IllegalStateException if it is connected already
   */
  public static void connect(DisplayChannel channel) {
    if (!CHANNEL.compareAndSet(null, channel)) {
      throw new IllegalStateException("Display is connected already");
    }
  }

  /**
   * Shows a value under the cell.
   *
   * @param value may be null, which is shown as text
   * @param mimeTypes the only formats to show it in; none for all that it has
   * @return the id under which {@link #updateDisplay} replaces it
   */
  public static String display(@Nullable Object value, String... mimeTypes) {
    String id = UUID.randomUUID().toString();
    channel().display(render(value, mimeTypes), Optional.of(id), false);
    return id;
  }

  /**
   * Shows a value in place of what {@link #display} has shown under that id, wherever that is.
   *
   * @param mimeTypes the only formats to show it in; none for all that it has
   */
  public static void updateDisplay(String id, @Nullable Object value, String... mimeTypes) {
    channel().display(render(value, mimeTypes), Optional.of(id), true);
  }

  /**
   * Returns the formats in which a value would be shown.
   *
   * @param mimeTypes the only formats that are wanted; those that the value does not have are left
   *     out, and text is what the format says it is; none for all
   */
  public static DisplayData render(@Nullable Object value, String... mimeTypes) {
    DisplayData data = value == null ? DisplayData.text("null") : channel().render(value);
    if (mimeTypes.length == 0) {
      return data;
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String type : mimeTypes) {
      String content = data.data().get(type);
      if (content == null && value instanceof CharSequence text && isText(type)) {
        content = text.toString();
      }
      if (content != null) {
        wanted.put(type, content);
      }
    }
    return new DisplayData(wanted, data.metadata());
  }

  private static boolean isText(String mimeType) {
    return mimeType.startsWith("text/")
        || mimeType.endsWith("+xml")
        || mimeType.endsWith("json")
        || mimeType.equals("application/javascript");
  }

  /** Clears the output of the cell at once. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /**
   * Clears the output of the cell.
   *
   * @param waitForOutput whether to clear only when new output arrives, so that nothing flickers
   */
  public static void clearOutput(boolean waitForOutput) {
    channel().clear(waitForOutput);
  }

  private static DisplayChannel channel() {
    DisplayChannel channel = CHANNEL.get();
    return channel == null ? ConsoleDisplay.INSTANCE : channel;
  }
}
