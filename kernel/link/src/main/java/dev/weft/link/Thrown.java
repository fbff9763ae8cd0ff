package dev.weft.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An exception of user code, as data.
 *
 * @param className binary name of its class
 * @param message its message, empty where it has none
 * @param frames its stack trace, the newest call first, without the worker's own frames
 * @param unresolvedSnippet JShell's id of the snippet that was called although something that it
 *     needs is not defined
 */
public record Thrown(
    String className,
    Optional<String> message,
    List<Frame> frames,
    Optional<Thrown> cause,
    List<Thrown> suppressed,
    OptionalInt unresolvedSnippet) {

  /**
   * One line of a stack trace.
   *
   * @param fileName empty where unknown
   * @param line line number, or negative where unknown
   */
  public record Frame(String className, String methodName, Optional<String> fileName, int line) {}
}
