package dev.weft.process;

import java.util.List;

/**
 * A child process has ended before its task had a result: it was killed, it called {@code
 * System.exit}, or its JVM broke.
 *
 * <pre>{@code
 * var p = ChildProcess.start(() -> System.exit(3));
 * try {
 *   p.result();
 * } catch (ExecutionException e) {
 *   ((ChildDiedException) e.getCause()).exitCode();   // 3
 * }
 * }</pre>
 */
public final class ChildDiedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  @SuppressWarnings("serial") // an immutable list, which is serializable
  private final List<String> lastErrors;

  ChildDiedException(String child, int exitCode, List<String> lastErrors) {
    super(child + " " + describe(exitCode) + " before its task had a result" + tail(lastErrors));
    this.exitCode = exitCode;
    this.lastErrors = List.copyOf(lastErrors);
  }

  private static String describe(int exitCode) {
    return exitCode < 0
        ? "was ended by signal " + -exitCode
        : "has ended with exit code " + exitCode;
  }

  private static String tail(List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "; the last lines of its error stream:\n" + String.join("\n", lines);
  }

  /** Returns its exit status, or the negative number of the signal that has ended it. */
  public int exitCode() {
    return exitCode;
  }

  /** Returns the last lines of its error stream, at most some twenty. */
  public List<String> lastErrors() {
    return lastErrors;
  }
}
