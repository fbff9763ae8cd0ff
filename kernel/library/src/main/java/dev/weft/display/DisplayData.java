package dev.weft.display;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value in several formats, of which a client shows the best one that it knows.
 *
 * <p>Keys of {@link #data} are MIME types, in order of preference. Text types hold the text itself,
 * binary types (such as {@code image/png}) base64 text, and JSON types ({@code application/json}
 * and those that end in {@code +json}) JSON text. {@link #metadata} holds JSON text by MIME type or
 * free key. Immutable and safe for use by several threads.
 *
 * <p>Methods that take JSON take either JSON text or what is to be written as JSON: maps, records,
 * collections, arrays, numbers, booleans, and null.
 *
 * <pre>{@code
 * display(DisplayData.html("<b>bold</b>").with("text/plain", "bold"));
 * display(DisplayData.png(bytes).withSize(300, 200));
 * display(DisplayData.json(Map.of("name", "Ann", "age", 3)).expanded(true));
 * }</pre>
 *
 * @param data content by MIME type
 * @param metadata JSON text by MIME type
 */
public record DisplayData(Map<String, String> data, Map<String, String> metadata) {

  /** MIME type of plain text. */
  public static final String TEXT = MimeType.TEXT;

  /** Keeps its own unmodifiable copies, in the order given. */
  public DisplayData {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Returns a bundle of one format, whose content is as {@link DisplayData} says. */
  public static DisplayData of(String mimeType, String content) {
    return new DisplayData(Map.of(mimeType, content), Map.of());
  }

  /** Returns a bundle of one binary format, given as the bytes of the file. */
  public static DisplayData of(String mimeType, byte[] file) {
    return of(mimeType, Base64.getEncoder().encodeToString(file));
  }

  /** Returns a bundle of plain text. */
  public static DisplayData text(String text) {
    return of(TEXT, text);
  }

  /** Returns a bundle of HTML. */
  public static DisplayData html(String html) {
    return of(MimeType.HTML, html);
  }

  /** Returns a bundle of Markdown. */
  public static DisplayData markdown(String markdown) {
    return of(MimeType.MARKDOWN, markdown);
  }

  /** Returns a bundle of LaTeX; formulas stand between dollar signs. */
  public static DisplayData latex(String latex) {
    return of(MimeType.LATEX, latex);
  }

  /** Returns a bundle of a script, which the notebook runs. */
  public static DisplayData javascript(String script) {
    return of(MimeType.JAVASCRIPT, script);
  }

  /** Returns a bundle of an SVG drawing. */
  public static DisplayData svg(String svg) {
    return of(MimeType.SVG, svg);
  }

  /** Returns a bundle of a PNG image, given as the bytes of the file. */
  public static DisplayData png(byte[] file) {
    return of(MimeType.PNG, file);
  }

  /** Returns a bundle of a JPEG image, given as the bytes of the file. */
  public static DisplayData jpeg(byte[] file) {
    return of(MimeType.JPEG, file);
  }

  /** Returns a bundle of a GIF image, given as the bytes of the file. */
  public static DisplayData gif(byte[] file) {
    return of(MimeType.GIF, file);
  }

  /** Returns a bundle of a PDF document, given as the bytes of the file. */
  public static DisplayData pdf(byte[] file) {
    return of(MimeType.PDF, file);
  }

  /**
   * Returns a bundle of a type whose content is JSON.
   *
   * @param json JSON text, or what is to be written as JSON
   * @throws IllegalArgumentException if the value contains itself
   */
  public static DisplayData ofJson(String mimeType, @Nullable Object json) {
    return of(mimeType, jsonText(json));
  }

  private static String jsonText(@Nullable Object json) {
    return json instanceof CharSequence text ? text.toString() : JsonWriter.write(json);
  }

  /** Returns a bundle of JSON, shown as a tree; see {@link #ofJson}. */
  public static DisplayData json(@Nullable Object json) {
    return ofJson(MimeType.JSON, json);
  }

  /** Returns a bundle of a Vega chart; see {@link #ofJson}. */
  public static DisplayData vega(Object json) {
    return ofJson(MimeType.VEGA, json);
  }

  /** Returns a bundle of a Vega-Lite chart; see {@link #ofJson}. */
  public static DisplayData vegaLite(Object json) {
    return ofJson(MimeType.VEGA_LITE, json);
  }

  /** Returns a bundle of a map in GeoJSON; see {@link #ofJson}. */
  public static DisplayData geoJson(Object json) {
    return ofJson(MimeType.GEO_JSON, json);
  }

  /** Returns a bundle of a Plotly chart; see {@link #ofJson}. */
  public static DisplayData plotly(Object json) {
    return ofJson(MimeType.PLOTLY, json);
  }

  /** Returns a bundle that shows a widget, given the id of its model. */
  public static DisplayData widgetView(String modelId) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("version_major", 2);
    view.put("version_minor", 0);
    view.put("model_id", modelId);
    return ofJson(MimeType.WIDGET_VIEW, view);
  }

  /** Returns a copy of this bundle with one more format, or with that format replaced. */
  public DisplayData with(String mimeType, String content) {
    Map<String, String> extended = new LinkedHashMap<>(data);
    extended.put(mimeType, content);
    return new DisplayData(extended, metadata);
  }

  /** Returns a copy of this bundle with one more binary format, or with that format replaced. */
  public DisplayData with(String mimeType, byte[] file) {
    return with(mimeType, Base64.getEncoder().encodeToString(file));
  }

  /** Returns a copy of this bundle with what the other has too; the other's formats prevail. */
  public DisplayData with(DisplayData other) {
    Map<String, String> formats = new LinkedHashMap<>(data);
    formats.putAll(other.data);
    Map<String, String> notes = new LinkedHashMap<>(metadata);
    notes.putAll(other.metadata);
    return new DisplayData(formats, notes);
  }

  /**
   * Returns a copy of this bundle with metadata of a format in place of what that had.
   *
   * @param key a MIME type, or a free key
   * @param json JSON text, or what is to be written as JSON
   */
  public DisplayData withMetadata(String key, @Nullable Object json) {
    Map<String, String> extended = new LinkedHashMap<>(metadata);
    extended.put(key, jsonText(json));
    return new DisplayData(data, extended);
  }

  /** Returns a copy of this bundle whose images are shown that many pixels wide and high. */
  public DisplayData withSize(int width, int height) {
    DisplayData sized = this;
    for (String type : data.keySet()) {
      if (type.startsWith("image/")) {
        sized = sized.withNote(type, "width", width).withNote(type, "height", height);
      }
    }
    return sized;
  }

  /**
   * Returns a copy of this bundle whose images are drawn on a ground that suits them in any theme.
   *
   * @param theme the theme for which they are made: {@code light} or {@code dark}
   */
  public DisplayData needsBackground(String theme) {
    DisplayData noted = this;
    for (String type : data.keySet()) {
      if (type.startsWith("image/")) {
        noted = noted.withNote(type, "needs_background", theme);
      }
    }
    return noted;
  }

  /** Returns a copy of this bundle whose tree of JSON is shown open or closed. */
  public DisplayData expanded(boolean open) {
    return withNote(MimeType.JSON, "expanded", open);
  }

  /** Adds one member to the metadata of a type; where a member is there twice, the last counts. */
  private DisplayData withNote(String mimeType, String name, Object value) {
    String before = metadata.getOrDefault(mimeType, "{}").strip();
    String member = JsonWriter.write(Map.of(name, value));
    boolean fresh = before.length() <= 2 || !before.endsWith("}");
    return withMetadata(
        mimeType,
        fresh ? member : before.substring(0, before.length() - 1) + "," + member.substring(1));
  }
}
