package dev.weft.front.analysis;

/**
 * A part of a cell that declares or does one thing.
 *
 * @param name what it declares, or empty
 * @param start offset of its first character in the cell, comments before it included
 * @param codeStart offset of its first token that is no comment
 * @param end offset behind its last character
 */
public record Part(Kind kind, String name, int start, int codeStart, int end) {

  /** What a part is. */
  public enum Kind {
    /** An import. */
    IMPORT,
    /** A method. */
    METHOD,
    /** A class, interface, enum, record or annotation. */
    TYPE,
    /** One or more variables. */
    VARIABLE,
    /** A statement or an expression. */
    STATEMENT
  }

  /** Returns its text. */
  public String text(String code) {
    return code.substring(start, end);
  }
}
