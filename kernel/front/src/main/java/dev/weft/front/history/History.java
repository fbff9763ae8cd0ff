package dev.weft.front.history;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The cells that were run in this session and in earlier ones.
 *
 * <p>This session is kept in memory and written along; the others are read when they are asked for.
 * Where the disk can't be used, this session still has its history. For use by one thread.
 */
public final class History {

  private static final int SESSIONS_KEPT = 500;
  private static final int ENTRIES_KEPT = 10_000;
  private static final int OUTPUT_KEPT = 10_000;
  private static final long FILE_LIMIT = 4L << 20;

  private final SessionFiles files;
  private final List<HistoryEntry> current = new ArrayList<>();
  private int session;
  private boolean broken;

  /**
   * @param folder where sessions are kept; made when the first cell is added
   */
  public History(Path folder) {
    files = new SessionFiles(folder);
  }

  /** Adds a cell that is about to run; lines ascend. */
  public void addInput(int line, String code) {
    write(EntryCodec.input(line, code));
    current.add(new HistoryEntry(session, line, code, Optional.empty()));
    if (current.size() > ENTRIES_KEPT) {
      current.removeFirst();
    }
  }

  /** Adds the value of the cell that was added last; a long one is cut. */
  public void addOutput(int line, String text) {
    String kept = text.length() <= OUTPUT_KEPT ? text : text.substring(0, OUTPUT_KEPT) + "…";
    write(EntryCodec.output(line, kept));
    current.add(current.removeLast().withOutput(kept));
  }

  /** Returns the last cells of all sessions, the oldest first. */
  public List<HistoryEntry> tail(int count) {
    List<HistoryEntry> tail = new ArrayList<>(current);
    for (int number : otherSessions().reversed()) {
      if (tail.size() >= count) {
        break;
      }
      tail.addAll(0, read(number));
    }
    return last(tail, count);
  }

  /**
   * Returns cells of one session.
   *
   * @param number the session's own number; 0 is this one, -1 the one before
   * @param start the first line; counted from the end if negative
   * @param stop the line after the last; counted from the end if negative, and 0 for all
   */
  public List<HistoryEntry> range(int number, int start, int stop) {
    int wanted = number <= 0 ? own() + number : number;
    List<HistoryEntry> entries = wanted == own() ? current : read(wanted);
    int end = entries.isEmpty() ? 0 : entries.getLast().line() + 1;
    int from = start < 0 ? start + end : start;
    int to = stop <= 0 ? stop + end : stop;
    return entries.stream().filter(e -> e.line() >= from && e.line() < to).toList();
  }

  /**
   * Returns the last cells of all sessions that match a pattern as a whole, the oldest first.
   *
   * @param glob a pattern of {@code *}, {@code ?} and {@code [..]}
   * @param unique whether of equal cells only the last is wanted
   */
  public List<HistoryEntry> search(String glob, int count, boolean unique) {
    Predicate<String> pattern = Glob.of(glob);
    List<HistoryEntry> matches =
        Stream.concat(
                otherSessions().stream().flatMap(number -> read(number).stream()), current.stream())
            .filter(entry -> pattern.test(entry.input()))
            .toList();
    return last(unique ? withoutRepeats(matches) : matches, count);
  }

  private static List<HistoryEntry> withoutRepeats(List<HistoryEntry> entries) {
    Set<String> seen = new HashSet<>();
    return entries.reversed().stream().filter(entry -> seen.add(entry.input())).toList().reversed();
  }

  private static List<HistoryEntry> last(List<HistoryEntry> entries, int count) {
    return List.copyOf(
        entries.subList(Math.max(0, entries.size() - Math.max(0, count)), entries.size()));
  }

  /** This session's number, or the one that it would get now. */
  private int own() {
    if (session > 0) {
      return session;
    }
    List<Integer> others = otherSessions();
    return others.isEmpty() ? 1 : others.getLast() + 1;
  }

  private List<Integer> otherSessions() {
    try {
      return files.numbers().stream().filter(number -> number != session).toList();
    } catch (IOException e) {
      return problem("read", e, List.of());
    }
  }

  private List<HistoryEntry> read(int number) {
    try {
      return EntryCodec.read(number, files.lines(number, FILE_LIMIT));
    } catch (IOException e) {
      return problem("read", e, List.of());
    }
  }

  private void write(String line) {
    if (broken) {
      return;
    }
    try {
      if (session == 0) {
        session = files.create(SESSIONS_KEPT);
      }
      files.append(session, line, FILE_LIMIT);
    } catch (IOException e) {
      broken = problem("written", e, true);
    }
  }

  private static <T> T problem(String what, IOException e, T instead) {
    System.getLogger("dev.weft").log(Level.WARNING, "The history could not be " + what + ": " + e);
    return instead;
  }
}
