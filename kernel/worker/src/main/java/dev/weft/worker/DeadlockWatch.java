package dev.weft.worker;

import dev.weft.deadlock.Deadlock;
import dev.weft.deadlock.DeadlockReport;
import dev.weft.deadlock.Deadlocks;
import dev.weft.deadlock.LockWait;
import dev.weft.deadlock.Lookout;
import dev.weft.display.Display;
import dev.weft.process.ship.LambdaWeave;
import dev.weft.trace.flight.HelperThreads;
import dev.weft.worker.guard.CellStopped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells of deadlocks while a cell hangs, under that cell.
 *
 * <p>The thread that looks starts when code that uses threads or locks is first loaded, and looks
 * only while the main thread waits for something in a cell that has run for half a second. Without
 * a running cell it is parked.
 */
final class DeadlockWatch {

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(500);

  /** How class files name what makes threads or waits for them. */
  private static final List<String> TYPES =
      List.of(
          "java/lang/Thread",
          "java/util/concurrent/",
          "dev/weft/process/",
          "dev/weft/sync/",
          "dev/weft/thread/");

  private final CellContext context;
  private final Thread main;
  private final Runnable atFirstRest;
  private volatile @Nullable Cell running;
  private volatile @Nullable Thread watcher;

  /**
   * Makes one that does not look yet.
   *
   * @param atFirstRest run once, when a notebook that uses threads has rested for a moment
   */
  DeadlockWatch(CellContext context, Thread main, Runnable atFirstRest) {
    this.context = context;
    this.main = main;
    this.atFirstRest = atFirstRest;
  }

  /** Sees a class that is loaded, and starts the thread at the first one that needs it. */
  void loads(byte[] classFile) {
    if (watcher == null && LambdaWeave.names(classFile, TYPES)) {
      start();
    }
  }

  private synchronized void start() {
    if (watcher == null) {
      Thread thread = new Thread(HelperThreads.GROUP, this::watchAll, "deadlock-watch");
      thread.setContextClassLoader(DeadlockWatch.class.getClassLoader());
      thread.setDaemon(true);
      watcher = thread;
      thread.start();
    }
  }

  /** The main thread begins to run code of a cell. */
  void begin(Cell cell) {
    running = cell;
    Thread thread = watcher;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /** The main thread has ended what it ran. */
  void end() {
    running = null;
  }

  private void watchAll() {
    Lookout lookout = new Lookout();
    boolean hasRested = false;
    while (true) {
      Cell cell = running;
      if (cell != null) {
        watch(cell, lookout);
      } else if (hasRested) {
        LockSupport.park(this);
      } else {
        hasRested = rest();
      }
    }
  }

  /** Returns whether no cell has run for a moment. */
  private boolean rest() {
    long end = System.nanoTime() + PERIOD;
    while (running == null && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(this, end - System.nanoTime());
    }
    boolean rests = running == null;
    if (rests) {
      atFirstRest.run();
    }
    return rests;
  }

  private void watch(Cell cell, Lookout lookout) {
    long end = System.nanoTime() + PERIOD;
    while (cell.equals(running) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(this, end - System.nanoTime());
    }
    if (cell.equals(running) && main.getState() != Thread.State.RUNNABLE) {
      look(cell, lookout);
    }
  }

  private void look(Cell cell, Lookout lookout) {
    try {
      List<Deadlock> found = lookout.look();
      if (!found.isEmpty()) {
        context.during(cell, () -> tell(found));
      }
    } catch (RuntimeException | CellStopped e) {
      // what can't be told, as the disk is full or the cell is being stopped, is left out
    }
  }

  private void tell(List<Deadlock> found) {
    for (Deadlock each : found) {
      System.err.println(sentence(each));
    }
    String unused = Display.display(new DeadlockReport(found));
  }

  private String sentence(Deadlock deadlock) {
    StringBuilder text = new StringBuilder("Deadlock:");
    String separator = " ";
    for (LockWait wait : deadlock.waits()) {
      text.append(separator).append(wait.waiter().label()).append(" waits for ");
      text.append(wait.lock()).append(", which ").append(wait.holder().label()).append(" has");
      separator = "; ";
    }
    return text.append(". ").append(advice(deadlock)).toString();
  }

  private String advice(Deadlock deadlock) {
    boolean isMain = deadlock.threads().stream().anyMatch(t -> t.thread() == main.threadId());
    return isMain
        ? "The cell's own thread is in it: to stop the cell starts Java anew, and variables are"
            + " lost."
        : "Stop the cell to go on; its variables are kept.";
  }

  /** Tells the library what this notebook's threads and locks are called. */
  static void connect(SnippetLoader loader, CellContext context) {
    Deadlocks.connect(new NotebookObjects(loader, context));
  }
}
