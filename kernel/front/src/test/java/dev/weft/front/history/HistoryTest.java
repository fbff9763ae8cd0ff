package dev.weft.front.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @TempDir Path temporary;

  @Test
  void sessionsFollowEachOtherOnDisk() {
    session("a", "b");
    session("c");
    History third = history();
    third.addInput(1, "d");
    assertEquals("1/1 a, 1/2 b, 2/1 c, 3/1 d", text(third.tail(9)));
    assertEquals("2/1 c, 3/1 d", text(third.tail(2)));
    assertEquals("", text(third.tail(0)));
    assertEquals("", text(third.tail(-1)));
    assertEquals("3/1 d", text(third.range(0, 1, Integer.MAX_VALUE)));
    assertEquals("2/1 c", text(third.range(-1, 1, 9)));
    assertEquals("1/2 b", text(third.range(-2, 2, 3)));
    assertEquals("1/1 a", text(third.range(1, 1, 2)));
    assertEquals("3/1 d", text(third.range(3, 1, 2)));
    assertEquals("", text(third.range(77, 1, 2)));
    assertEquals("", text(third.range(-77, 1, 2)));
  }

  @Test
  void linesCountFromTheEndToo() {
    History history = session("a", "b", "c");
    assertEquals("1/2 b, 1/3 c", text(history.range(0, -2, 0)));
    assertEquals("1/1 a, 1/2 b", text(history.range(0, 1, -1)));
    assertEquals("1/1 a, 1/2 b, 1/3 c", text(history.range(1, 1, 0)));
  }

  @Test
  void beforeItsFirstCellASessionSeesTheOthers() {
    session("a");
    assertEquals("1/1 a", text(history().tail(3)));
    assertEquals("1/1 a", text(history().range(-1, 1, 9)));
    assertEquals("", text(history().range(0, 1, 9)));
  }

  @Test
  void searchesAllSessions() {
    session("int x = 1;", "foo()");
    History second = session("int y = 2;\nreturn", "foo()");
    assertEquals("1/1 int x = 1;, 2/1 int y = 2;\nreturn", text(second.search("int*", 9, false)));
    assertEquals("1/2 foo(), 2/2 foo()", text(second.search("foo??", 9, false)));
    assertEquals("2/2 foo()", text(second.search("foo*", 9, true)));
    assertEquals("2/2 foo()", text(second.search("*", 1, false)));
    assertEquals("", text(second.search("foo", 9, false)));
  }

  @Test
  void keepsOutput() {
    History first = history();
    first.addInput(1, "1+1");
    first.addOutput(1, "2");
    first.addInput(2, "\"é😀\\n\n\"");
    List<HistoryEntry> read = history().tail(2);
    assertEquals("2", read.getFirst().output().orElseThrow());
    assertEquals("\"é😀\\n\n\"", read.getLast().input());
    assertTrue(read.getLast().output().isEmpty());
    assertEquals(first.tail(2), read);
  }

  @Test
  void cutsLongOutputAndBoundsTheFile() throws Exception {
    History first = history();
    first.addInput(1, "a");
    first.addOutput(1, "x".repeat(100_000));
    for (int line = 2; line < 100; line++) {
      first.addInput(line, "y".repeat(100_000));
    }
    assertTrue(Files.size(folder().resolve("1.jsonl")) <= 4 << 20);
    assertEquals(99, first.tail(1000).size());
    assertEquals(10_001, history().range(1, 1, 2).getFirst().output().orElseThrow().length());
  }

  @Test
  void skipsDamagedLines() throws Exception {
    session("a", "b");
    Path file = folder().resolve("1.jsonl");
    String damage =
        """
        {"line":3,"inp

        []
        7
        null
        {}
        {"line":{}}
        {"line":"x","input":"y"}
        {"line":9,"output":"z"}
        {"line":4,"input":"c"}
        """;
    Files.writeString(file, damage, StandardOpenOption.APPEND);
    Files.write(file, new byte[] {(byte) 0xff, 0, 1}, StandardOpenOption.APPEND);
    assertEquals("1/1 a, 1/2 b, 1/4 c", text(history().tail(9)));
  }

  @Test
  void forgetsTheOldestSessions() {
    IntStream.rangeClosed(1, 503).forEach(number -> session("cell " + number));
    List<HistoryEntry> all = history().tail(9999);
    assertEquals(500, all.size());
    assertEquals(503, all.getLast().session());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isForItsOwnerOnly() throws Exception {
    session("a");
    assertEquals("rwx------", permissions(folder()));
    assertEquals("rw-------", permissions(folder().resolve("1.jsonl")));
  }

  @Test
  void withoutADiskThisSessionStillHasItsHistory() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));
    History history = new History(file.resolve("below"));
    history.addInput(1, "a");
    assertEquals("a", history.tail(5).getFirst().input());
    assertEquals("a", history.range(0, 1, 5).getFirst().input());
    assertEquals("a", history.search("*", 5, true).getFirst().input());
  }

  @Test
  void manyKernelsWriteAtOnce() throws Exception {
    List<Callable<History>> kernels = new ArrayList<>();
    for (int kernel = 0; kernel < 8; kernel++) {
      String name = "kernel" + kernel;
      kernels.add(() -> session(IntStream.range(0, 50).mapToObj(i -> name).toArray(String[]::new)));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(kernels)) {
        assertEquals(50, done.get().range(0, 1, 999).size());
      }
    }
    List<HistoryEntry> all = history().tail(999);
    assertEquals(400, all.size());
    var bySession = all.stream().collect(Collectors.groupingBy(HistoryEntry::session));
    assertEquals(8, bySession.size());
    for (List<HistoryEntry> session : bySession.values()) {
      assertEquals(1, session.stream().map(HistoryEntry::input).distinct().count());
    }
  }

  private Path folder() {
    return temporary.resolve("deep/history");
  }

  private History history() {
    return new History(folder());
  }

  private History session(String... cells) {
    History history = history();
    for (int line = 0; line < cells.length; line++) {
      history.addInput(line + 1, cells[line]);
    }
    return history;
  }

  private static String text(List<HistoryEntry> entries) {
    Stream<String> texts =
        entries.stream().map(e -> e.session() + "/" + e.line() + " " + e.input());
    return texts.collect(Collectors.joining(", "));
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
