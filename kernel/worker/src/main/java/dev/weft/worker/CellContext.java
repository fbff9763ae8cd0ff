package dev.weft.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a thread belongs to: the one whose code created it, for as long as it lives.
 *
 * <p>A thread knows its cell from an inheritable thread local. Others know it from the thread's
 * context class loader, which is inherited too and which any thread can read. Threads of the common
 * pool, and those that inherit nothing, belong to the cell that runs now or ran last.
 */
final class CellContext {

  @SuppressWarnings("ThreadLocalUsage") // there is one context in the JVM
  private final InheritableThreadLocal<@Nullable Cell> owner = new InheritableThreadLocal<>();

  private final SnippetLoader loader;
  private final Thread main;
  private volatile Cell latest;

  CellContext(SnippetLoader loader, Thread main, Cell none) {
    this.loader = loader;
    this.main = main;
    latest = none;
  }

  /** Makes the calling thread, and those that it will create, belong to the cell. */
  void enter(Cell cell) {
    owner.set(cell);
    latest = cell;
    Thread.currentThread().setContextClassLoader(new CellLoader(cell, loader));
  }

  /** Runs code on the calling thread as a cell's, for as long as it takes. */
  void during(Cell cell, Runnable body) {
    Thread thread = Thread.currentThread();
    Cell before = owner.get();
    if (cell.equals(before)) {
      body.run();
      return;
    }
    ClassLoader loaderBefore = thread.getContextClassLoader();
    owner.set(cell);
    thread.setContextClassLoader(new CellLoader(cell, loader));
    try {
      body.run();
    } finally {
      owner.set(before);
      thread.setContextClassLoader(loaderBefore);
    }
  }

  /** The cell that runs now or ran last. */
  Cell latest() {
    return latest;
  }

  /** The calling thread's cell, or the other one for a thread that has none of its own. */
  Cell currentOr(Cell other) {
    Cell own = owner.get();
    return own == null ? other : own;
  }

  /** The calling thread's cell. */
  Cell current() {
    return currentOr(latest);
  }

  /**
   * The live platform threads, main apart, that belong to the cell or callback, as far as others
   * can tell.
   */
  List<Thread> threadsOf(long task) {
    List<Thread> threads = new ArrayList<>();
    for (Thread thread : liveThreads()) {
      if (thread != main && isOf(task, thread)) {
        threads.add(thread);
      }
    }
    return threads;
  }

  /** Returns whether the platform thread, main apart, was started by some cell or serves them. */
  boolean isOfCells(Thread thread) {
    return thread != main
        && (thread.getContextClassLoader() instanceof CellLoader || isPoolThread(thread));
  }

  private boolean isOf(long task, Thread thread) {
    if (thread.getContextClassLoader() instanceof CellLoader of) {
      return of.cell.task() == task;
    }
    return latest.id() == task && isPoolThread(thread);
  }

  private static List<Thread> liveThreads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 64];
    int count = root.enumerate(threads);
    while (count == threads.length) {
      threads = new Thread[2 * count];
      count = root.enumerate(threads);
    }
    return Arrays.asList(threads).subList(0, count);
  }

  /** Such threads have no cell's class loader; those that carry virtual threads are not meant. */
  private static boolean isPoolThread(Thread thread) {
    return thread instanceof ForkJoinWorkerThread
        && thread.getClass().getName().startsWith("java.util.concurrent.");
  }

  /** Loads nothing itself; marks a thread's cell. */
  private static final class CellLoader extends ClassLoader {
    private final Cell cell;

    CellLoader(Cell cell, SnippetLoader parent) {
      super(parent);
      this.cell = cell;
    }
  }
}
