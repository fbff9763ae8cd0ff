package dev.weft.front.server;

import dev.weft.front.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Notices the end of the process that started this one, however it ended.
 *
 * <p>Looks twice a second. The JDK's own {@link ProcessHandle#onExit} looks ever less often, down
 * to every five seconds, and like {@link ProcessHandle#isAlive} takes a process that has ended but
 * was not yet collected by its own parent for alive.
 */
public final class ParentWatch {

  private static final Log LOG = Log.standardError();

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private ParentWatch() {}

  /**
   * Starts the thread {@code parent-watch}, which calls back once.
   *
   * @param environment {@code JPY_PARENT_PID} names the process to watch; without it, or where
   *     there is no such process, it is the one that started this one
   */
  public static void start(Map<String, String> environment, Runnable whenEnded) {
    Optional<ProcessHandle> parent = parent(environment);
    if (parent.isPresent()) {
      start(parent.get(), whenEnded);
    } else {
      LOG.warn("The process that started this kernel is not known.");
    }
  }

  static Thread start(ProcessHandle process, Runnable whenEnded) {
    return KernelThreads.start("parent-watch", () -> watch(process, whenEnded));
  }

  /** On Windows the variable holds a handle, not a process id. */
  static Optional<ProcessHandle> parent(Map<String, String> environment) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return Optional.ofNullable(windows ? null : environment.get("JPY_PARENT_PID"))
        .filter(pid -> pid.matches("\\d{1,18}"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .or(ProcessHandle.current()::parent);
  }

  private static void watch(ProcessHandle process, Runnable whenEnded) {
    try {
      while (process.isAlive() && !uncollected(process.pid())) {
        Thread.sleep(INTERVAL);
      }
      whenEnded.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether Linux still lists the process although it has ended. */
  private static boolean uncollected(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
