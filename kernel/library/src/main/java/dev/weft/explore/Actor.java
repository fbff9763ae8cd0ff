package dev.weft.explore;

import dev.weft.thread.ThreadTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A thread that goes on only when its conductor says so; its state is guarded by the conductor. */
final class Actor extends Thread {

  /** Ends an actor of a trial that is over. */
  static final class Abandoned extends Error {
    private static final long serialVersionUID = 1;

    Abandoned() {
      super("The trial is over", null, false, false);
    }
  }

  private final Conductor conductor;
  private final ThreadTask task;
  private final int index;
  private volatile int inConductor;
  private final Semaphore turn = new Semaphore(0);

  /** The lock that it is about to take, without which it can't go on. */
  @Nullable Object wants;

  /** The condition for whose signal it waits. */
  @Nullable Object awaits;

  /** Whether it has begun to block on something that the conductor knows nothing of. */
  boolean stuck;

  /** Whether it has had its first turn. */
  boolean begun;

  boolean ended;
  @Nullable Throwable thrown;

  Actor(Conductor conductor, String name, int index, ThreadTask task) {
    super(name);
    this.conductor = conductor;
    this.index = index;
    this.task = task;
    setDaemon(true);
  }

  int index() {
    return index;
  }

  Conductor conductor() {
    return conductor;
  }

  /** Lets it go on. */
  void wake() {
    turn.release();
  }

  /** Waits until it may go on. */
  void awaitTurn() {
    enterConductor();
    turn.acquireUninterruptibly();
    leaveConductor();
  }

  /** Called by this thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
  void enterConductor() {
    inConductor++;
  }

  /** Called by this thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
  void leaveConductor() {
    inConductor--;
  }

  boolean isInConductor() {
    return inConductor > 0;
  }

  @Override
  public void run() {
    try {
      conductor.begin(this);
      task.run();
    } catch (Abandoned e) {
      // its trial is over
    } catch (Throwable e) {
      thrown = e;
    } finally {
      conductor.end(this);
    }
  }
}
