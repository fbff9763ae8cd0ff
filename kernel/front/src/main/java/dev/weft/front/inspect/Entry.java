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

  Entry withValue(String text) {
    return new Entry(signature, origin, text, documentation, source);
  }
}
