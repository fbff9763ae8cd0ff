package dev.weft.display;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several formats, of which a client shows the best one that it knows.
 *
 * <p>Keys of {@link #data} are MIME types, in order of preference. Text types hold the text itself,
 * binary types (such as {@code image/png}) base64 text, and JSON types ({@code application/json}
 * and those that end in {@code +json}) JSON text. {@link #metadata} holds JSON text by MIME type or
 * free key. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * display(DisplayData.html("<b>bold</b>").with("text/plain", "bold"));
 * }</pre>
 *
 * @param data content by MIME type
 * @param metadata JSON text by MIME type
 */
public record DisplayData(Map<String, String> data, Map<String, String> metadata) {

  /** MIME type of plain text. */
  public static final String TEXT = "text/plain";

  /** Keeps its own unmodifiable copies, in the order given. */
  public DisplayData {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Returns a bundle of one format, whose content is as {@link DisplayData} says. */
  public static DisplayData of(String mimeType, String content) {
    return new DisplayData(Map.of(mimeType, content), Map.of());
  }

  /** Returns a bundle of plain text. */
  public static DisplayData text(String text) {
    return of(TEXT, text);
  }

  /** Returns a bundle of HTML. */
  public static DisplayData html(String html) {
    return of("text/html", html);
  }

  /** Returns a bundle of Markdown. */
  public static DisplayData markdown(String markdown) {
    return of("text/markdown", markdown);
  }

  /** Returns a bundle of an SVG drawing. */
  public static DisplayData svg(String svg) {
    return of("image/svg+xml", svg);
  }

  /** Returns a bundle of a PNG image, given as the bytes of the file. */
  public static DisplayData png(byte[] file) {
    return of("image/png", Base64.getEncoder().encodeToString(file));
  }

  /** Returns a copy of this bundle with one more format, or with that format replaced. */
  public DisplayData with(String mimeType, String content) {
    Map<String, String> extended = new LinkedHashMap<>(data);
    extended.put(mimeType, content);
    return new DisplayData(extended, metadata);
  }
}
