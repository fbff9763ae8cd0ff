package dev.weft.gil;

/**
 * A call that blocks, such as reading from a socket, which a {@link SimulatedGil} is let go for.
 *
 * <pre>{@code
 * int b = gil.blocking(() -> socket.getInputStream().read());
 * }</pre>
 *
 * @param <T> type of the result
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface BlockingCall<T, E extends Exception> {

  /**
   * Makes the call.
   *
   * @throws E if it fails
   */
  T call() throws E;
}
