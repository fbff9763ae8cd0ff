package dev.weft.channel;

/**
 * One handle's part in an end of a pipe, which is given up once: at its close or with the handle.
 */
final class PipeHold implements Runnable {

  final PipeMemory memory;
  private final boolean first;
  private boolean held;
  private boolean ended;

  PipeHold(PipeMemory memory, boolean first) {
    this.memory = memory;
    this.first = first;
  }

  /** Takes part, if it has not ended; returns whether it has not. */
  synchronized boolean begin() {
    if (!held && !ended) {
      memory.holdersOf(first).add();
      held = true;
    }
    return !ended;
  }

  /**
   * Takes part no more.
   *
   * @param alone whether no other process can ever have had the end
   */
  synchronized void end(boolean alone) {
    if (ended) {
      return;
    }
    ended = true;
    if (held) {
      memory.end(holders -> holders.remove(), first);
    } else if (alone) {
      memory.end(holders -> holders.abandon(), first);
    } else {
      memory.end(holders -> {}, first);
    }
  }

  /** The handle is lost: what held the end holds it no more. */
  @Override
  public synchronized void run() {
    if (held) {
      end(false);
    } else {
      memory.freeIfGone();
    }
  }
}
