package dev.weft.thread;

import dev.weft.trace.flight.HelperThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;

/**
 * Starts many threads, waits for many, and lists those that run.
 *
 * <pre>{@code
 * var threads = Threads.startAll(5, i -> System.out.println("Hello from " + i));
 * Threads.joinAll(threads);
 *
 * Threads.runAll(5, i -> download(i));     // starts, waits, throws what a thread has thrown
 * Threads.active().forEach(System.out::println);
 * }</pre>
 *
 * <p>What ends a thread goes to its {@link Thread.UncaughtExceptionHandler}, as the JDK does it; in
 * a notebook it is printed in the cell that has started the thread. Only {@link #runAll} and {@link
 * ResultThread} bring it to the one who waits instead. Any thread may call the methods.
 */
public final class Threads {

  private Threads() {}

  /**
   * Starts platform threads, named {@code thread-0}, {@code thread-1} and so on.
   *
   * @param count how many; 0 starts none
   * @return the threads, in the order of their numbers
   * @throws IllegalArgumentException if the count is negative
   * @throws IllegalStateException if the system starts no more threads; those started run on
   */
  public static List<Thread> startAll(int count, IndexedTask task) {
    return startAll("thread-", count, task);
  }

  /**
   * Starts platform threads whose names are the prefix and the number; as {@link #startAll(int,
   * IndexedTask)}.
   *
   * @throws IllegalArgumentException if the count is negative
   * @throws IllegalStateException if the system starts no more threads; those started run on
   */
  public static List<Thread> startAll(String prefix, int count, IndexedTask task) {
    return start(prefix, count, task, (name, body) -> Thread.ofPlatform().name(name).start(body));
  }

  /**
   * Starts virtual threads whose names are the prefix and the number. {@link #active} lists them.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public static List<Thread> startAllVirtual(String prefix, int count, IndexedTask task) {
    return start(prefix, count, task, VirtualThreads.STARTED::start);
  }

  private static List<Thread> start(
      String prefix, int count, IndexedTask task, BiFunction<String, Runnable, Thread> starter) {
    Objects.requireNonNull(prefix, "The prefix of the threads' names is null");
    Objects.requireNonNull(task, "The threads' task is null");
    requireCount(count);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      Runnable body = Uncaught.runnable(() -> task.run(index));
      try {
        threads.add(starter.apply(prefix + i, body));
      } catch (OutOfMemoryError e) {
        throw noMore(i, count, e);
      }
    }
    return List.copyOf(threads);
  }

  private static void requireCount(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "Can't start [" + count + "] threads: the count is below 0");
    }
  }

  private static IllegalStateException noMore(int started, int count, OutOfMemoryError cause) {
    return new IllegalStateException(
        "The system has started only "
            + started
            + " of "
            + count
            + " threads: use fewer, or"
            + " virtual ones ("
            + cause.getMessage()
            + ")",
        cause);
  }

  /**
   * Starts threads that were made before; as {@link #startAll(Collection)}.
   *
   * @throws IllegalThreadStateException if one was started before; then none is started
   */
  public static void startAll(Thread... threads) {
    startAll(Arrays.asList(threads));
  }

  /**
   * Starts threads that were made before, in order.
   *
   * @throws IllegalThreadStateException if one was started before; then none is started
   * @throws IllegalStateException if the system starts no more threads; those started run on
   */
  public static void startAll(Collection<? extends Thread> threads) {
    for (Thread each : threads) {
      if (Objects.requireNonNull(each, "A thread to start is null").getState()
          != Thread.State.NEW) {
        throw new IllegalThreadStateException(
            described(each) + " was started before: a thread starts once, make a new one");
      }
    }
    int started = 0;
    for (Thread each : threads) {
      try {
        each.start();
      } catch (OutOfMemoryError e) {
        throw noMore(started, threads.size(), e);
      }
      started++;
    }
  }

  /** Starts a virtual thread with a name. {@link #active} lists it until it ends. */
  public static Thread startVirtual(String name, ThreadTask task) {
    Objects.requireNonNull(name, "The thread's name is null");
    Objects.requireNonNull(task, "The thread's task is null");
    return VirtualThreads.STARTED.start(name, Uncaught.runnable(task));
  }

  /**
   * Waits until the threads have ended.
   *
   * @throws IllegalThreadStateException if one is the caller, which would wait for ever, or was not
   *     started, for which {@link Thread#join()} would not wait
   */
  public static void joinAll(Collection<? extends Thread> threads) throws InterruptedException {
    for (Thread each : Joining.checked(threads)) {
      each.join();
    }
  }

  /** Waits until the threads have ended; as {@link #joinAll(Collection)}. */
  public static void joinAll(Thread... threads) throws InterruptedException {
    joinAll(Arrays.asList(threads));
  }

  /**
   * Waits until the threads have ended, but not longer than that for all of them.
   *
   * @param timeout zero or less does not wait
   * @return whether all have ended
   * @throws IllegalThreadStateException if one is the caller, or was not started
   */
  public static boolean joinAll(Collection<? extends Thread> threads, Duration timeout)
      throws InterruptedException {
    return Joining.join(Joining.checked(threads), timeout);
  }

  /**
   * Starts platform threads, waits until all have ended, and throws what they have thrown. When the
   * caller is interrupted, so are the threads.
   *
   * @throws ExecutionException if threads have thrown; its cause is what the first of them, by
   *     number, has thrown; what others have thrown is suppressed in it
   * @throws IllegalArgumentException if the count is negative
   * @throws IllegalStateException if the system starts no more threads; those started run on
   */
  public static void runAll(int count, IndexedTask task)
      throws InterruptedException, ExecutionException {
    Objects.requireNonNull(task, "The threads' task is null");
    requireCount(count);
    List<ResultThread<?>> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      threads.add(
          new ResultThread<>(
              "thread-" + i,
              () -> {
                task.run(index);
                return index;
              }));
    }
    startAll(threads);
    try {
      joinAll(threads);
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      throw e;
    }
    throwFirst(threads);
  }

  private static void throwFirst(List<ResultThread<?>> threads)
      throws InterruptedException, ExecutionException {
    ExecutionException first = null;
    for (ResultThread<?> each : threads) {
      try {
        Object unused = each.result();
      } catch (ExecutionException e) {
        if (first == null) {
          first = new ExecutionException(each.getName() + " has failed", e.getCause());
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * Returns the live platform threads of the program, and the live virtual threads that this
   * library has started, in the order in which they were made. The JVM's and the library's own
   * threads are not listed; virtual threads that were started without this library can't be.
   */
  public static List<Thread> active() {
    List<Thread> active = new ArrayList<>(platformThreads());
    active.addAll(VirtualThreads.STARTED.alive());
    active.sort(Comparator.comparingLong(Thread::threadId));
    return List.copyOf(active);
  }

  private static List<Thread> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(Threads::isOfProgram).toList();
  }

  private static boolean isOfProgram(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null && group.getParent() != null && !HelperThreads.isGroup(group.getName());
  }

  static String described(Thread thread) {
    return "Thread [" + thread.getName() + "]";
  }
}
