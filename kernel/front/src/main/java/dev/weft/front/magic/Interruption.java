package dev.weft.front.magic;

/** Whether somebody wants the cell to stop; any thread may ask. */
public interface Interruption {

  /** Returns whether the cell is to stop. */
  boolean isRequested();

  /**
   * Runs an action, which must not block, when the cell is to stop, or at once if it is already.
   *
   * @return closed when there is nothing to stop any more
   */
  Registration onRequest(Runnable action);

  /** Ends the interest in an interrupt. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
