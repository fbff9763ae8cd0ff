package dev.weft.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The threads that cells have started and that still live; used by the kernel.
 *
 * <pre>{@code
 * Leftovers.threads().forEach(System.out::println);
 * }</pre>
 */
public final class Leftovers {

  /** What the JVM and the kernel need for themselves. */
  private static final Set<String> OWN =
      Set.of("main", "link-reader", "link-writer", "output", "stop", "DestroyJavaVM");

  private Leftovers() {}

  /** Returns the live platform threads that are no daemons and not the kernel's own. */
  public static List<Thread> threads() {
    List<Thread> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.isDaemon() && !OWN.contains(thread.getName())) {
        left.add(thread);
      }
    }
    return left;
  }

  /** Returns a line on each of {@link #threads}: its name and what it does. */
  public static List<String> describe() {
    return threads().stream().map(t -> t.getName() + " (" + t.getState() + ")").sorted().toList();
  }
}
