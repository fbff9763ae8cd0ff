package dev.weft.process;

/**
 * A program that was checked has not ended with exit code 0.
 *
 * <pre>{@code
 * try {
 *   Program.of("false").check().run();
 * } catch (ProgramFailedException e) {
 *   e.result().exitCode();     // 1
 * }
 * }</pre>
 */
public final class ProgramFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient ProgramResult result;

  ProgramFailedException(String command, ProgramResult result) {
    super("[" + command + "] " + result.ending() + result.lastErrors());
    this.result = result;
  }

  /** Returns how it has ended and what it has printed. */
  public ProgramResult result() {
    return result;
  }
}
