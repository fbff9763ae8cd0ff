package dev.weft.process.child;

/**
 * The leave to live that a child has and that it has got for its descendants. Safe for use by
 * several threads.
 */
final class Leave {

  private Permits source;
  private int descendants;
  private boolean ended;

  Leave(Permits source) {
    this.source = source;
  }

  /** Makes a child that was started without counting count from now on. */
  synchronized void use(Permits from) {
    source = from;
    if (ended) {
      from.release(1);
    }
  }

  /** Asks for one descendant more; returns whether there may be one. */
  synchronized boolean ask() {
    boolean may = !ended && source.acquire();
    descendants += may ? 1 : 0;
    return may;
  }

  /** So many descendants have ended. */
  synchronized void giveBack(int count) {
    if (!ended) {
      descendants -= count;
      source.release(count);
    }
  }

  /** The child has ended, and so do those that it has started. */
  synchronized void end() {
    ended = true;
    source.release(descendants + 1);
  }
}
