package dev.weft.input;

/**
 * Says that code asks for input where nobody can answer, such as in a run without a person.
 *
 * <pre>{@code
 * try {
 *   name = Input.line("Name? ");
 * } catch (InputRefusedException e) {
 *   name = "nobody";
 * }
 * }</pre>
 */
public final class InputRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes an exception with a sentence that says why. */
  public InputRefusedException(String message) {
    super(message);
  }
}
