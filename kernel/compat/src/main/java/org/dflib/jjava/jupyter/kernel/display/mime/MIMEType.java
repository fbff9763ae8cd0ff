package org.dflib.jjava.jupyter.kernel.display.mime;

import org.jspecify.annotations.Nullable;

/** A MIME type, {@code group/tree.subtype+suffix}; equal to all that are written alike. */
public final class MIMEType extends io.github.spencerpark.jupyter.kernel.display.mime.MIMEType {

  /** Any type. */
  public static final MIMEType ANY = parse("*/*");

  /** XML. */
  public static final MIMEType APPLICATION_XML = parse("application/xml");

  /** JSON, shown as a tree. */
  public static final MIMEType APPLICATION_JSON = parse("application/json");

  /** A script, which the notebook runs. */
  public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");

  /** A PDF document. */
  public static final MIMEType APPLICATION_PDF = parse("application/pdf");

  /** HTML. */
  public static final MIMEType TEXT_HTML = parse("text/html");

  /** Markdown. */
  public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");

  /** LaTeX. */
  public static final MIMEType TEXT_LATEX = parse("text/latex");

  /** Plain text. */
  public static final MIMEType TEXT_PLAIN = parse("text/plain");

  /** A style sheet. */
  public static final MIMEType TEXT_CSS = parse("text/css");

  /** A PNG image. */
  public static final MIMEType IMAGE_PNG = parse("image/png");

  /** A JPEG image. */
  public static final MIMEType IMAGE_JPEG = parse("image/jpeg");

  /** A GIF image. */
  public static final MIMEType IMAGE_GIF = parse("image/gif");

  /** An SVG drawing. */
  public static final MIMEType IMAGE_SVG = parse("image/svg+xml");

  /** A type of those parts. */
  public MIMEType(String group, @Nullable String tree, String subtype, @Nullable String suffix) {
    super(group, tree, subtype, suffix);
  }

  /**
   * Reads a type.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static MIMEType parse(String raw) {
    var parts = io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.parse(raw);
    return new MIMEType(parts.getGroup(), parts.getTree(), parts.getSubtype(), parts.getSuffix());
  }
}
