package dev.weft.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * How a program, or a pipeline of programs, has ended, and what it has printed.
 *
 * <pre>{@code
 * var r = Programs.run("sh", "-c", "echo out; >&2 echo err; exit 3");
 * r.exitCode();     // 3
 * r.stdout();       // "out\n"
 * r.stderr();       // "err\n"
 * }</pre>
 *
 * <p>Immutable. As text it is what was printed, and the exit code if it is not 0.
 */
public final class ProgramResult {

  private final List<Integer> exitCodes;
  private final byte[] stdout;
  private final byte[] stderr;
  private final Duration duration;

  ProgramResult(List<Integer> exitCodes, byte[] stdout, byte[] stderr, Duration duration) {
    this.exitCodes = List.copyOf(exitCodes);
    this.stdout = stdout;
    this.stderr = stderr;
    this.duration = duration;
  }

  /**
   * Returns the exit code of the program, or of the last one of a pipeline; the negative number of
   * the signal if one has ended it. The JDK tells a signal as 128 and its number, and so do shells:
   * exit codes from 130 to 159 are taken for signals, except on Windows.
   */
  public int exitCode() {
    return exitCodes.getLast();
  }

  /** Returns the exit codes of all programs of a pipeline, in order; as {@link #exitCode}. */
  public List<Integer> exitCodes() {
    return exitCodes;
  }

  /**
   * Returns whether every program of the pipeline has ended with 0. A program before the last may
   * have been ended by SIGPIPE, as {@code yes} is in {@code yes | head}.
   */
  public boolean isSuccess() {
    int last = exitCodes.size() - 1;
    return exitCodes.get(last) == 0
        && exitCodes.subList(0, last).stream().allMatch(code -> code == 0 || code == -13);
  }

  /** Returns the standard output as text in UTF-8; invalid bytes become U+FFFD. */
  public String stdout() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  /** Returns the standard error of all programs as text in UTF-8; invalid bytes become U+FFFD. */
  public String stderr() {
    return new String(stderr, StandardCharsets.UTF_8);
  }

  /** Returns the lines of the standard output, without their ends. */
  public List<String> lines() {
    return stdout().lines().toList();
  }

  /** Returns a copy of the bytes of the standard output. */
  public byte[] stdoutBytes() {
    return stdout.clone();
  }

  /** Returns a copy of the bytes of the standard error. */
  public byte[] stderrBytes() {
    return stderr.clone();
  }

  /** Returns the time from the start to the end of the last program. */
  public Duration duration() {
    return duration;
  }

  /** Returns how it has ended, in words. */
  String ending() {
    return exitCodes.size() == 1 ? words(exitCode()) : "ended with the exit codes " + exitCodes;
  }

  private static String words(int code) {
    return code < 0 ? "was ended by signal " + -code : "ended with exit code " + code;
  }

  /** Returns what to add to a message: the last lines of the standard error. */
  String lastErrors() {
    List<String> lines = stderr().lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - 10), lines.size());
    return last.isEmpty() ? "" : "; the end of its standard error:\n" + String.join("\n", last);
  }

  @Override
  public String toString() {
    String text = stdout() + stderr();
    String code =
        isSuccess()
            ? ""
            : (exitCodes.size() == 1 ? "" : exitCodes + ": ") + "exit code " + exitCode();
    String gap = text.isEmpty() || text.endsWith("\n") || code.isEmpty() ? "" : "\n";
    return text + gap + code;
  }
}
