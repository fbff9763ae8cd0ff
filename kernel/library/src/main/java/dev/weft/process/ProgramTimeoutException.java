package dev.weft.process;

import java.time.Duration;

/**
 * A program was ended, with those that it has started, because its time was over.
 *
 * <pre>{@code
 * try {
 *   Program.shell("echo begun; sleep 60").timeout(Duration.ofSeconds(1)).run();
 * } catch (ProgramTimeoutException e) {
 *   e.result().stdout();       // "begun\n"
 * }
 * }</pre>
 */
public final class ProgramTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient ProgramResult result;

  ProgramTimeoutException(String command, Duration timeout, ProgramResult result) {
    super(
        "["
            + command
            + "] was ended because it ran longer than "
            + seconds(timeout)
            + result.lastErrors());
    this.result = result;
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() / 1000.0 + " s";
  }

  /** Returns what it had printed by then; its exit code tells the signal that has ended it. */
  public ProgramResult result() {
    return result;
  }
}
