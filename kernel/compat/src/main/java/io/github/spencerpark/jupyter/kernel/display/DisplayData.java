package io.github.spencerpark.jupyter.kernel.display;

import dev.weft.comm.Json;
import dev.weft.display.Display;
import dev.weft.display.Displayable;
import dev.weft.display.MimeType;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One value in several formats; can be changed, and belongs to one thread at a time. */
public class DisplayData implements Displayable {

  private static final String DISPLAY_ID = "display_id";

  private final Map<String, Object> data = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
  private final Map<String, Object> transientData = new LinkedHashMap<>();

  /** An empty bundle. */
  public DisplayData() {}

  /** A bundle of plain text. */
  @SuppressWarnings("this-escape") // the method that it calls only fills a map
  public DisplayData(String text) {
    putText(text);
  }

  /** A bundle with the same content. */
  @SuppressWarnings("this-escape") // the method that it calls only fills maps
  public DisplayData(DisplayData that) {
    assign(that);
  }

  /** Returns the bundle, or an empty one in place of null. */
  public static DisplayData emptyIfNull(@Nullable DisplayData bundle) {
    return bundle == null ? new DisplayData() : bundle;
  }

  /** Sets a format: text, the bytes of a file, or what is written as JSON. */
  public void putData(String mimeType, Object content) {
    data.put(mimeType, content);
  }

  /** Sets a format. */
  public void putData(MIMEType type, Object content) {
    putData(type.toString(), content);
  }

  /** Sets a format and the metadata of it. */
  public void putData(MIMEType type, Object content, Object notes) {
    putData(type, content);
    putMetaData(type, notes);
  }

  /** Sets metadata. */
  public void putMetaData(String key, @Nullable Object value) {
    metadata.put(key, value);
  }

  /** Sets the metadata of a format. */
  public void putMetaData(MIMEType type, @Nullable Object value) {
    putMetaData(type.toString(), value);
  }

  /** Sets something that is not kept with the notebook; only the display id means anything. */
  public void putTransientData(String key, Object value) {
    transientData.put(key, value);
  }

  /** Returns the content of a format, or null. */
  public @Nullable Object getData(MIMEType type) {
    return data.get(type.toString());
  }

  /** Returns whether there is that format. */
  public boolean hasDataForType(MIMEType type) {
    return data.containsKey(type.toString());
  }

  /** Adds all that another bundle has, in place of what this one has of it. */
  public final void assign(DisplayData other) {
    data.putAll(other.data);
    metadata.putAll(other.metadata);
    transientData.putAll(other.transientData);
  }

  /** Sets the id under which it is shown; returns this. */
  public DisplayData setDisplayId(String id) {
    putTransientData(DISPLAY_ID, id);
    return this;
  }

  /** Returns whether an id was set. */
  public boolean hasDisplayId() {
    return getDisplayId() != null;
  }

  /** Returns the id under which it is shown, or null. */
  public @Nullable String getDisplayId() {
    Object id = transientData.get(DISPLAY_ID);
    return id == null ? null : id.toString();
  }

  /** Sets plain text. */
  public final void putText(String text) {
    data.put(MimeType.TEXT, text);
  }

  /** Sets HTML. */
  public void putHTML(String html) {
    putData(MimeType.HTML, html);
  }

  /** Sets LaTeX. */
  public void putLatex(String latex) {
    putData(MimeType.LATEX, latex);
  }

  /** Sets a formula in LaTeX, without dollar signs. */
  public void putMath(String math) {
    putLatex("$$" + math + "$$");
  }

  /** Sets Markdown. */
  public void putMarkdown(String markdown) {
    putData(MimeType.MARKDOWN, markdown);
  }

  /** Sets a script, which the notebook runs. */
  public void putJavaScript(String javascript) {
    putData(MimeType.JAVASCRIPT, javascript);
  }

  /** Sets JSON, given as text. */
  public void putJSON(String json) {
    putData(MimeType.JSON, json);
  }

  /** Sets JSON, given as text, and whether its tree is open. */
  public void putJSON(String json, boolean expanded) {
    putJSON(json);
    putMetaData(MimeType.JSON, Map.of("expanded", expanded));
  }

  /** Sets an SVG drawing. */
  public void putSVG(String svg) {
    putData(MimeType.SVG, svg);
  }

  /** Takes over what Weft has made of a value. */
  final void add(dev.weft.display.DisplayData shown) {
    data.putAll(shown.data());
    shown.metadata().forEach((key, json) -> metadata.put(key, Json.read(json)));
  }

  final boolean isEmpty() {
    return data.isEmpty();
  }

  /** Shows it under the cell and returns the id under which it can be replaced. */
  public final String show() {
    String id = getDisplayId();
    if (id == null) {
      return Display.display(this);
    }
    Display.displayAs(id, this);
    return id;
  }

  @Override
  public dev.weft.display.DisplayData toDisplayData() {
    dev.weft.display.DisplayData shown = new dev.weft.display.DisplayData(Map.of(), Map.of());
    for (Map.Entry<String, Object> each : data.entrySet()) {
      shown = shown.with(content(each.getKey(), each.getValue()));
    }
    for (Map.Entry<String, @Nullable Object> each : metadata.entrySet()) {
      shown = shown.withMetadata(each.getKey(), Json.write(each.getValue()));
    }
    return shown;
  }

  private static dev.weft.display.DisplayData content(String type, Object value) {
    if (value instanceof byte[] file) {
      return dev.weft.display.DisplayData.of(type, file);
    }
    return type.equals(MimeType.JSON) || type.endsWith("+json")
        ? dev.weft.display.DisplayData.ofJson(type, value)
        : dev.weft.display.DisplayData.of(type, value.toString());
  }

  @Override
  public String toString() {
    Object text = data.get(MimeType.TEXT);
    Set<String> formats = new TreeSet<>(data.keySet());
    return text == null ? "(" + String.join(", ", formats) + ")" : text.toString();
  }
}
