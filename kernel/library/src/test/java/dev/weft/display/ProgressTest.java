package dev.weft.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private record Drawn(List<ProgressState> states, boolean last) {}

  private final List<Drawn> drawn = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  private Progress start(String label, long total) {
    return new Progress(
        (states, last) -> drawn.add(new Drawn(List.copyOf(states), last)),
        clock::get,
        later::add,
        null,
        label,
        total);
  }

  private void passMillis(long millis) {
    clock.addAndGet(millis * 1_000_000);
  }

  @Test
  void drawsOncePerIntervalAndTheLastState() {
    Progress progress = start("work", 1000);
    for (int i = 0; i < 1000; i++) {
      passMillis(1);
      progress.step();
    }
    progress.close();
    assertTrue(drawn.size() >= 10 && drawn.size() <= 12, () -> "drawn " + drawn.size());
    assertTrue(drawn.getLast().last());
    assertEquals(ProgressState.End.COMPLETE, drawn.getLast().states().getFirst().end());
    assertEquals(1000, drawn.getLast().states().getFirst().done());
  }

  @Test
  void stepsBeforeAPauseAreDrawnLater() {
    Progress progress = start("", 10);
    progress.step();
    progress.step();
    progress.step();
    assertEquals(1, drawn.getLast().states().getFirst().done());
    assertEquals(1, later.size());
    later.removeFirst().run();
    assertEquals(3, drawn.getLast().states().getFirst().done());
  }

  @Test
  void breakingOffIsSaid() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (Progress progress = start("work", 4)) {
                progress.step();
                throw new IllegalStateException("no");
              }
            });
    assertEquals("no", thrown.getMessage());
    String text = drawn.getLast().states().getFirst().text();
    assertTrue(text.startsWith("work  [█████░░░░░░░░░░░░░░░] 1/4  25%"), text);
    assertTrue(text.endsWith("broken off"), text);
  }

  @Test
  void nestedWorkIsDrawnBelowUntilItEnds() {
    Progress outer = start("outer", 2);
    Progress inner = outer.nested("inner", 3);
    passMillis(200);
    inner.step();
    assertEquals(
        List.of("outer", "inner"),
        drawn.getLast().states().stream().map(ProgressState::label).toList());
    inner.close();
    assertEquals(1, drawn.getLast().states().size());
    outer.close();
    outer.close();
    assertEquals(1, drawn.stream().filter(Drawn::last).count());
  }

  @Test
  void saysRateAndTimeLeft() {
    ProgressState half = new ProgressState("", 50, 100, 10_000_000_000L, ProgressState.End.RUNNING);
    assertEquals("[██████████░░░░░░░░░░] 50/100  50%  5.0/s  00:10  00:10 left", half.text());
    ProgressState unknown = new ProgressState("x", 7, -1, 0, ProgressState.End.RUNNING);
    assertEquals("x  7  00:00", unknown.text());
    assertTrue(unknown.html().contains("<progress aria-label"), unknown.html());
    ProgressState none = new ProgressState("a<b", 0, 0, 0, ProgressState.End.COMPLETE);
    assertTrue(none.text().contains("0/0  100%"), none.text());
    assertTrue(none.html().contains("a&lt;b"), none.html());
  }

  @Test
  void countsStepsOfManyThreads() {
    Progress progress = start("", 80_000);
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        threads.execute(
            () -> {
              for (int step = 0; step < 10_000; step++) {
                progress.step();
              }
            });
      }
    }
    progress.close();
    assertEquals(80_000, drawn.getLast().states().getFirst().done());
  }

  @Test
  void writesOverOneLineOfATerminal() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ProgressScreen screen =
        new ProgressScreen.OnTerminal(new PrintStream(printed, true, StandardCharsets.UTF_8));
    ProgressState state = new ProgressState("a", 1, 2, 0, ProgressState.End.RUNNING);
    screen.draw(List.of(state), false);
    screen.draw(List.of(state), true);
    String text = printed.toString(StandardCharsets.UTF_8);
    assertEquals(2, text.chars().filter(c -> c == '\r').count());
    assertTrue(text.endsWith("\n"));
  }

  @Test
  void loopsCountTheirItems() {
    List<Integer> seen = new ArrayList<>();
    Progress.range(3).forEach(seen::add);
    Progress.over("items", List.of(7, 8)).forEach(seen::add);
    seen.addAll(Progress.over(List.of(9).stream()).toList());
    assertEquals(List.of(0, 1, 2, 7, 8, 9), seen);
  }
}
