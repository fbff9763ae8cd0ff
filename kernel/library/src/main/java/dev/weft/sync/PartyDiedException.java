package dev.weft.sync;

/**
 * Says that a process was killed for which others wait.
 *
 * <pre>{@code
 * try {
 *   latch.await();
 * } catch (PartyDiedException e) {
 *   latch.countDown();                        // in its place
 * }
 * }</pre>
 */
public final class PartyDiedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  PartyDiedException(String message) {
    super(message);
  }
}
