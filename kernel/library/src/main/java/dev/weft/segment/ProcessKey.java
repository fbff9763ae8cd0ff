package dev.weft.segment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as a number: its id in the lower half, when it started in the upper.
 *
 * <p>So a process that has got the id of one that died is not taken for it. Bit 31 is never set,
 * and no key is 0.
 */
public final class ProcessKey {

  private static final long SELF = of(ProcessHandle.current().pid());

  /** After the name in a line of {@code /proc}, which may hold spaces: the state, and the start. */
  private static final int STATE = 0;

  private static final int START = 19;

  private ProcessKey() {}

  /** Returns the key of this process. */
  public static long self() {
    return SELF;
  }

  /** Returns the system's id of a process. */
  public static int pid(long key) {
    return (int) key & Integer.MAX_VALUE;
  }

  /**
   * Returns whether a process lives. One that has ended and that its parent has not asked about
   * does not. Takes some microseconds; 0 is nobody.
   */
  public static boolean isAlive(long key) {
    if (key == SELF) {
      return true;
    }
    long now = pid(key) == 0 ? 0 : of(pid(key));
    boolean unknown = now >>> 32 == 0 || key >>> 32 == 0;
    return now != 0 && (unknown || now == key);
  }

  /** Returns the key of the process that has that id now, or 0. */
  static long of(long pid) {
    long start = started(pid);
    return start < 0 ? 0 : (start << 32) | pid;
  }

  /** When it started, by a clock of the system's own; 0 if not known, negative if it has ended. */
  private static long started(long pid) {
    String[] fields = stat(pid);
    if (fields.length > START) {
      boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return ended ? -1 : Long.parseLong(fields[START]) & 0xFFFF_FFFFL;
    }
    Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (handle.isEmpty()) {
      return -1;
    }
    return handle
        .get()
        .info()
        .startInstant()
        .map(at -> at.toEpochMilli() & 0xFFFF_FFFFL)
        .orElse(0L);
  }

  private static String[] stat(long pid) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "stat"));
      String text = new String(line, StandardCharsets.ISO_8859_1);
      return text.substring(text.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0];
    }
  }
}
