package dev.weft.worker;

import dev.weft.worker.guard.CellStopped;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Stops cells: interrupts their threads, and arms the checks in their code.
 *
 * <p>A stop sticks to its cell: code that the main thread runs for it is stopped once, whether the
 * stop comes before or while it runs; the cell's other threads are stopped whenever they meet a
 * check or print. A thread that was told to stop has {@link #GRACE} for its {@code finally} blocks;
 * then it is told at each check.
 */
final class Stops {

  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration REPEAT = Duration.ofMillis(250);

  /** Virtual threads can't be listed: they get this long to meet a check. */
  private static final long AT_LEAST = TimeUnit.SECONDS.toNanos(1);

  /** For threads other than main; main's are stopped for as long as it takes. */
  private static final long AT_MOST = TimeUnit.SECONDS.toNanos(5);

  private final CellContext context;
  private final EventSender sender;
  private final Thread main;
  private final StopActions actions = new StopActions();
  private final Map<Thread, Long> toldAt = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Cell running;
  private int armed;

  private volatile Set<Long> stopped = Set.of();
  private volatile long stopOfMain = -1;

  Stops(CellContext context, EventSender sender, Thread main) {
    this.context = context;
    this.sender = sender;
    this.main = main;
  }

  /** Main starts to run code of the cell. */
  void begin(Cell cell) {
    lock.lock();
    try {
      Thread.interrupted();
      running = cell;
      if (stopOfMain != cell.id()) {
        stopOfMain = -1;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Main has ended what it ran; what interrupted it does not outlive this. */
  void end() {
    lock.lock();
    try {
      running = null;
      stopOfMain = -1;
      Thread.interrupted();
      toldAt.remove(main);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the calling thread, of that cell, is to end. */
  boolean concerns(Cell cell) {
    return Thread.currentThread() == main
        ? stopOfMain == cell.task()
        : stopped.contains(cell.task());
  }

  /** Ends the calling thread's code if its cell was stopped. */
  void check() {
    if (concerns(context.current()) && isToldNow()) {
      throw new CellStopped();
    }
  }

  /** Ends main's code before a step of a cell that was stopped. */
  void checkNow(Cell cell) {
    if (concerns(cell)) {
      throw new CellStopped();
    }
  }

  /**
   * Ends main's code after a step that a stop has interrupted and that returned all the same, as a
   * {@code close()} does that waits for a pool.
   */
  void checkInterrupted(Cell cell) {
    if (concerns(cell) && Thread.currentThread().isInterrupted()) {
      throw new CellStopped();
    }
  }

  /** Whether the calling thread may not print any more; main may, in {@code finally} blocks. */
  boolean endsPrinting(Cell cell) {
    if (stopped.isEmpty() || !concerns(cell)) {
      return false;
    }
    return isGraceOver() || Thread.currentThread() != main;
  }

  /** Whether the thread is to be told now: for the first time, or once its grace is over. */
  private boolean isToldNow() {
    boolean isFirst = !toldAt.containsKey(Thread.currentThread());
    return isGraceOver() || isFirst;
  }

  /** Starts the thread's grace if it has not begun. */
  private boolean isGraceOver() {
    long now = System.nanoTime();
    Long first = toldAt.putIfAbsent(Thread.currentThread(), now);
    return first != null && now - first > GRACE;
  }

  /** Whether this is how a thread ends that was stopped. */
  boolean isStop(Cell cell, @Nullable Throwable thrown) {
    if (!concerns(cell)) {
      return false;
    }
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < ThrownBuilder.MAX_CAUSES; depth++) {
      if (each instanceof CellStopped
          || each instanceof InterruptedException
          || each instanceof InterruptedIOException
          || each instanceof ClosedByInterruptException) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  /** Asks for an action when the cell is stopped, or now if it is; returns what removes it. */
  Runnable onStop(Cell cell, Runnable action) {
    Runnable removal = actions.add(cell.id(), action);
    if (concerns(cell)) {
      action.run();
    }
    return removal;
  }

  /** Stops the cell, main before the threads whose end main may wait for; returns at once. */
  void stop(long id) {
    lock.lock();
    try {
      Set<Long> more = new HashSet<>(stopped);
      more.add(id);
      stopped = Set.copyOf(more);
      if (running == null || running.id() == id) {
        stopOfMain = id;
      }
      interruptMain(id);
      if (armed++ == 0) {
        StopCheck.arm(this::check);
      }
    } finally {
      lock.unlock();
    }
    sender.wakeWaiting();
    Thread.ofPlatform().daemon().name("stop").start(() -> pursue(id));
  }

  /** Tells the cell's threads until they have ended. */
  private void pursue(long id) {
    try {
      actions.run(id);
      long start = System.nanoTime();
      boolean alive = true;
      while (alive) {
        interruptMain(id);
        List<Thread> threads = context.threadsOf(id);
        threads.forEach(Thread::interrupt);
        awaitRepeat();
        long age = System.nanoTime() - start;
        alive = isMainRunning(id) || age < AT_LEAST || (age < AT_MOST && isAnyAlive(threads));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disarm();
    }
  }

  private void interruptMain(long id) {
    lock.lock();
    try {
      if (isMainRunning(id)) {
        main.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isMainRunning(long id) {
    lock.lock();
    try {
      return running != null && running.id() == id && stopOfMain == id;
    } finally {
      lock.unlock();
    }
  }

  /** Waits a little before the cell is told again: code may have swallowed an interrupt. */
  private void awaitRepeat() throws InterruptedException {
    Thread.sleep(REPEAT);
  }

  private static boolean isAnyAlive(List<Thread> threads) {
    for (Thread thread : threads) {
      if (thread.isAlive()) {
        return true;
      }
    }
    return false;
  }

  private void disarm() {
    lock.lock();
    try {
      if (--armed == 0) {
        StopCheck.disarm();
        toldAt.clear();
      }
    } finally {
      lock.unlock();
    }
  }
}
