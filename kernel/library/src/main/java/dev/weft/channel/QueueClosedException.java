package dev.weft.channel;

/**
 * A queue has been closed: nothing more can be put, or nothing more will come.
 *
 * <pre>{@code
 * try {
 *   while (true) {
 *     handle(queue.take());
 *   }
 * } catch (QueueClosedException e) {
 *   // all has been taken
 * }
 * }</pre>
 */
public final class QueueClosedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  QueueClosedException(String message) {
    super(message);
  }
}
