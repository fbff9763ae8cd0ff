package dev.weft.display;

/**
 * The MIME types that notebooks show, for {@link DisplayData} and {@link Display#display}.
 *
 * <pre>{@code
 * display("# Title", MimeType.MARKDOWN);
 * }</pre>
 */
public final class MimeType {

  /** Plain text. */
  public static final String TEXT = "text/plain";

  /** HTML. */
  public static final String HTML = "text/html";

  /** Markdown. */
  public static final String MARKDOWN = "text/markdown";

  /** LaTeX, of which notebooks show the mathematics. */
  public static final String LATEX = "text/latex";

  /** An SVG drawing. */
  public static final String SVG = "image/svg+xml";

  /** A PNG image, as base64 text. */
  public static final String PNG = "image/png";

  /** A JPEG image, as base64 text. */
  public static final String JPEG = "image/jpeg";

  /** A GIF image, as base64 text. */
  public static final String GIF = "image/gif";

  /** A PDF document, as base64 text. */
  public static final String PDF = "application/pdf";

  /** A script, which the notebook runs. */
  public static final String JAVASCRIPT = "application/javascript";

  /** JSON, shown as a tree. */
  public static final String JSON = "application/json";

  /** A Vega chart, as JSON. */
  public static final String VEGA = "application/vnd.vega.v5+json";

  /** A Vega-Lite chart, as JSON. */
  public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  /** A map, as GeoJSON. */
  public static final String GEO_JSON = "application/geo+json";

  /** A Plotly chart, as JSON. */
  public static final String PLOTLY = "application/vnd.plotly.v1+json";

  /** A reference to a widget, as JSON. */
  public static final String WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

  private MimeType() {}

  /** Whether content of that type is JSON text. */
  static boolean isJson(String mimeType) {
    return mimeType.equals(JSON) || mimeType.endsWith("+json");
  }

  /** Whether content of that type is the text itself, and not base64 text. */
  static boolean isText(String mimeType) {
    return mimeType.startsWith("text/")
        || mimeType.endsWith("+xml")
        || mimeType.equals(JAVASCRIPT)
        || isJson(mimeType);
  }
}
