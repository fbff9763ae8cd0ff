package dev.weft.process;

import java.io.IOException;

/**
 * A program was not started: there is none of that name, or the system refuses it.
 *
 * <pre>{@code
 * Programs.run("no-such-program");
 * // ProgramStartException: There is no program [no-such-program] on the PATH: /usr/bin:/bin
 * }</pre>
 */
public final class ProgramStartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProgramStartException(String message) {
    super(message);
  }

  ProgramStartException(String message, IOException cause) {
    super(message, cause);
  }
}
