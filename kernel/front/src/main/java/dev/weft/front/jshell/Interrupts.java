package dev.weft.front.jshell;

import dev.weft.front.magic.Interruption;
import dev.weft.front.remote.WorkerSession;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells magics that their cell is to stop; safe for use by several threads. */
final class Interrupts implements Interruption {

  private final WorkerSession session;
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  Interrupts(WorkerSession session) {
    this.session = session;
  }

  @Override
  public boolean isRequested() {
    return session.isInterrupted();
  }

  @Override
  public Registration onRequest(Runnable action) {
    actions.add(action);
    if (isRequested()) {
      action.run();
    }
    return () -> actions.remove(action);
  }

  /** Says that somebody has asked a cell to stop. */
  void asked() {
    if (isRequested()) {
      actions.forEach(Runnable::run);
    }
  }
}
