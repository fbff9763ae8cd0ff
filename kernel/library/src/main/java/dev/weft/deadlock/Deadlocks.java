package dev.weft.deadlock;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * Finds threads that wait for each other for ever, and tells what each thread waits for.
 *
 * <pre>{@code
 * Deadlocks.report()     // drawings of all deadlocks; %deadlocks shows the same
 * Deadlocks.threads()    // a table of the threads; %threads shows the same
 * Deadlocks.find().isEmpty()
 * }</pre>
 *
 * <p>What is seen: monitors ({@code synchronized}) of platform and virtual threads; locks of {@code
 * java.util.concurrent} that one thread owns ({@code ReentrantLock}, write locks) for which a
 * platform thread waits; such locks for which only virtual threads wait, if they are {@code
 * ReentrantLock}s that a notebook's variable, array or list holds; and {@code ProcessLock}s, for
 * which threads of this process and of its children wait. What has no owner can't be seen:
 * semaphores, latches, queues, conditions.
 *
 * <p>Each call asks the JVM for a dump of its threads, which takes some milliseconds. Any thread
 * may call.
 */
public final class Deadlocks {

  /** Filled once, by a kernel: what it knows of its notebook. */
  private static final AtomicReference<NamedObjects> PROGRAM = new AtomicReference<>(noNames());

  private static final List<LockTable> TABLES = new CopyOnWriteArrayList<>();

  private Deadlocks() {}

  private static NamedObjects noNames() {
    return new NamedObjects() {
      @Override
      public void forEachVariable(BiConsumer<String, Object> told) {}

      @Override
      public boolean isOwn(Thread thread) {
        return false;
      }
    };
  }

  /** Says what the program's objects are called; for kernels. */
  public static void connect(NamedObjects program) {
    PROGRAM.set(program);
  }

  /** Adds locks that the JVM knows nothing of; for what makes such locks. */
  public static void add(LockTable table) {
    TABLES.add(table);
  }

  private static NamedObjects program() {
    return Objects.requireNonNull(PROGRAM.get());
  }

  private static Survey survey() {
    return new Survey(ThreadDump.take(), program(), TABLES);
  }

  /**
   * Returns the deadlocks of this moment.
   *
   * @throws IllegalStateException if this JVM can't tell of its threads
   */
  public static List<Deadlock> find() {
    Survey first = survey();
    List<Deadlock> found = first.deadlocks();
    if (found.stream().noneMatch(Deadlock::leavesProcess)) {
      return found;
    }
    Survey second = survey();
    return found.stream().filter(each -> second.confirms(each, first)).toList();
  }

  /**
   * Returns {@link #find} as a value that shows itself.
   *
   * @throws IllegalStateException if this JVM can't tell of its threads
   */
  public static DeadlockReport report() {
    return new DeadlockReport(find());
  }

  /**
   * Returns the program's threads, virtual ones as well, with what each waits for.
   *
   * @throws IllegalStateException if this JVM can't tell of its threads
   */
  public static ThreadList threads() {
    Survey survey = survey();
    Set<Long> omitted = new HashSet<>();
    for (Thread each : LiveThreads.all()) {
      if (LiveThreads.isOfSystem(each) || program().isOwn(each)) {
        omitted.add(each.threadId());
      }
    }
    return new ThreadList(survey.rows(omitted));
  }

  /**
   * Returns what the program calls its locks, and other objects, by the number that {@link
   * System#identityHashCode} gives of them and of what threads park at; for recorders.
   */
  public static Map<Long, String> names() {
    return new LockNames(program()).byNumber();
  }

  /** Returns the waits that tables of this process tell of; for kernels of other processes. */
  public static List<LockTable.Entry> waits() {
    return TABLES.stream().flatMap(table -> table.waits().stream()).toList();
  }

  /** Returns whether some wait is of a kind that takes a closer look to see. */
  static boolean haveOthers() {
    return LiveThreads.haveVirtual() || TABLES.stream().anyMatch(table -> !table.waits().isEmpty());
  }
}
