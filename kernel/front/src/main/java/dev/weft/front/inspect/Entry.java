package dev.weft.front.inspect;

/**
 * One thing that the name at the cursor may mean.
 *
 * @param signature its declaration in one line
 * @param origin where it is declared, such as {@code java.base} or {@code Cell [3]}, or empty
 * @param value a variable's value, or empty
 * @param documentation clean HTML, or empty
 * @param source its source, or empty
 */
public record Entry(
    String signature, String origin, String value, String documentation, String source) {

  /** How the origin begins of what a cell declared. */
  public static final String CELL = "Cell [";

  /** Returns the same with a variable's value. */
  public Entry withValue(String text) {
    return new Entry(signature, origin, text, documentation, source);
  }
}
