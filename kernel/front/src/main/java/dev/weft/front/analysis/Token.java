package dev.weft.front.analysis;

/**
 * A token of Java source.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param closed whether a literal or comment ends where it should
 */
public record Token(Kind kind, int start, int end, boolean closed) {

  /** What a token is. */
  public enum Kind {
    /** A name or a keyword. */
    WORD,
    /** A number. */
    NUMBER,
    /** A string or a text block. */
    TEXT,
    /** A character literal. */
    CHARACTER,
    /** A comment of any kind. */
    COMMENT,
    /** One character of punctuation. */
    SYMBOL
  }

  /** Returns the token's text. */
  public String text(String code) {
    return code.substring(start, end);
  }

  /** Returns whether the token is that symbol or word. */
  public boolean is(String code, String text) {
    return end - start == text.length() && code.startsWith(text, start);
  }

  /** Returns whether something inserted at that offset would become part of the token. */
  public boolean contains(int offset) {
    return start < offset && (offset < end || (!closed && offset == end));
  }
}
