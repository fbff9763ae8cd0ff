package dev.weft.process;

import org.jspecify.annotations.Nullable;

/**
 * A child process could not be started: the system refused it, or a limit is reached.
 *
 * <pre>{@code
 * try {
 *   ChildProcess.start(() -> work()).join();
 * } catch (ChildStartException e) {
 *   work();                                      // here, then
 * }
 * }</pre>
 */
public final class ChildStartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ChildStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
