package io.github.spencerpark.jupyter.kernel.display.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A MIME type, {@code group/tree.subtype+suffix}; equal to all that are written alike. */
public class MIMEType {

  private static final String WILDCARD = "*";
  private static final Pattern SYNTAX =
      Pattern.compile(
          "([^/\\s+;]+)(?:/(?:(vnd|prs|x)\\.)?([^/\\s+;]+)(?:\\+([^/\\s+;]+))?)?(?:\\s*;.*)?");

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

  private final String group;
  private final @Nullable String tree;
  private final String subtype;
  private final @Nullable String suffix;

  /** A type of those parts. */
  public MIMEType(String group, @Nullable String tree, String subtype, @Nullable String suffix) {
    this.group = group;
    this.tree = tree;
    this.subtype = subtype;
    this.suffix = suffix;
  }

  /**
   * Reads a type.
   *
   * @throws MIMETypeParseException if it is none
   */
  public static MIMEType parse(String raw) {
    Matcher parts = SYNTAX.matcher(raw.strip());
    if (!parts.matches()) {
      throw new MIMETypeParseException(raw);
    }
    String subtype = parts.group(3);
    return new MIMEType(
        parts.group(1), parts.group(2), subtype == null ? WILDCARD : subtype, parts.group(4));
  }

  /** Returns what stands before the slash. */
  public String getGroup() {
    return group;
  }

  /** Returns what says who registers the type, or null. */
  public @Nullable String getTree() {
    return tree;
  }

  /** Returns the name within the group. */
  public String getSubtype() {
    return subtype;
  }

  /** Returns what stands behind the plus sign, or null. */
  public @Nullable String getSuffix() {
    return suffix;
  }

  /** Returns whether it has a tree. */
  public boolean hasTree() {
    return tree != null;
  }

  /** Returns whether it has a suffix. */
  public boolean hasSuffix() {
    return suffix != null;
  }

  /** Returns whether it stands for all types of its group. */
  public boolean subtypeIsWildcard() {
    return subtype.equals(WILDCARD);
  }

  /** Returns whether it stands for all types. */
  public boolean isWildcard() {
    return group.equals(WILDCARD);
  }

  /** Returns whether content of this type can be taken for content of the other. */
  public boolean serves(MIMEType other) {
    return isWildcard()
        || equals(other)
        || (subtypeIsWildcard() && group.equals(other.group))
        || (other.suffix != null
            && group.equals("application")
            && tree == null
            && subtype.equals(other.suffix));
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof MIMEType type && type.toString().equals(toString());
  }

  @Override
  public final int hashCode() {
    return toString().hashCode();
  }

  @Override
  public final String toString() {
    return group
        + '/'
        + (tree == null ? "" : tree + '.')
        + subtype
        + (suffix == null ? "" : '+' + suffix);
  }
}
