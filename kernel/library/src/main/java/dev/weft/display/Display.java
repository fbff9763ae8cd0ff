package dev.weft.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shows values under the cell whose code calls, in formats that the notebook chooses from.
 *
 * <p>Values are shown as they are if they are {@link DisplayData}, otherwise as {@link Renderers}
 * and {@link Displayable} say, images and known charts as images, collections, maps, arrays and
 * records as tables, and everything else as text. Outside a notebook, the text is printed. The
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
    displayAs(id, value, mimeTypes);
    return id;
  }

  /**
   * Shows a value under the cell, under an id that the caller has chosen.
   *
   * @param value may be null, which is shown as text
   * @param mimeTypes the only formats to show it in; none for all that it has
   */
  public static void displayAs(String id, @Nullable Object value, String... mimeTypes) {
    channel().display(render(value, mimeTypes), Optional.of(id), false);
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
   * @param value may be null, which is shown as text
   * @param mimeTypes the only formats that are wanted, in order of preference; those that the value
   *     does not have are left out; text, and what can be written as JSON, is what the format says
   *     it is; none for all
   * @throws IllegalArgumentException if one of them is no MIME type
   */
  public static DisplayData render(@Nullable Object value, String... mimeTypes) {
    List<String> wanted = List.of(mimeTypes);
    wanted.forEach(Display::requireMimeType);
    DisplayData data = channel().render(value, wanted);
    if (wanted.isEmpty()) {
      return data;
    }
    Map<String, String> formats = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>(data.metadata());
    metadata.keySet().removeIf(key -> key.indexOf('/') > 0 && !wanted.contains(key));
    for (String type : wanted) {
      String content = data.data().getOrDefault(type, converted(value, type));
      if (content != null) {
        formats.put(type, content);
      }
    }
    return new DisplayData(formats, metadata);
  }

  /** Takes the value for the content of a format, where it can be that. */
  private static @Nullable String converted(@Nullable Object value, String type) {
    if (value instanceof CharSequence text && MimeType.isText(type)) {
      return text.toString();
    }
    boolean tree = value instanceof Map || value instanceof Iterable || value instanceof Record;
    return tree && MimeType.isJson(type) ? JsonWriter.write(value) : null;
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

  /** Returns what shows values here. */
  static DisplayChannel channel() {
    DisplayChannel channel = CHANNEL.get();
    return channel == null ? ConsoleDisplay.INSTANCE : channel;
  }

  private static void requireMimeType(String type) {
    if (type.indexOf('/') <= 0) {
      throw new IllegalArgumentException(
          "Formats are MIME types, as text/html, unlike '" + type + "'");
    }
  }
}
