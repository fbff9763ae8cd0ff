package dev.weft.front.server;

import dev.weft.front.log.Log;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
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

  /** More than the number, the name and the state of a process take. */
  private static final int LENGTH = 100;

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
      if (!watchState(process)) {
        while (process.isAlive()) {
          Thread.sleep(INTERVAL);
        }
      }
      whenEnded.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Reads, from a file that is opened once, what Linux knows of the process until that is its end;
   * returns whether there is such a file. A file of a process that is gone can't be read any more.
   */
  private static boolean watchState(ProcessHandle process) throws InterruptedException {
    try (RandomAccessFile stat = new RandomAccessFile("/proc/" + process.pid() + "/stat", "r")) {
      byte[] start = new byte[LENGTH];
      while (runs(stat, start)) {
        Thread.sleep(INTERVAL);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean runs(RandomAccessFile stat, byte[] start) {
    try {
      stat.seek(0);
      int length = stat.read(start);
      String line = new String(start, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
      return length > 0 && !line.startsWith("Z", line.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
