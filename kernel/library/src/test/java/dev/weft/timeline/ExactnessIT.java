package dev.weft.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A known program, whose threads measure themselves what they do: each sleep and each wait for the
 * lock is where the program says, whatever else the machine does.
 */
@Timeout(120)
class ExactnessIT {

  private static final int TURNS = 12;

  /** By how much the two clocks may differ. */
  private static final long CLOCKS = 1_000_000;

  private static final long EXACT = 2_000_000;

  /** What a thread has done by its own measure. */
  private record Own(State state, long start, long end) {}

  /** Sleeps, or waits for the lock, in turn. */
  private static final class Worker implements Runnable {
    private final ReentrantLock lock;
    private final List<Own> own = new ArrayList<>();

    Worker(ReentrantLock lock) {
      this.lock = lock;
    }

    @Override
    public void run() {
      for (int i = 0; i < TURNS; i++) {
        measure(State.LOCK, lock::lock);
        try {
          measure(State.SLEEPING, () -> sleep(8));
        } finally {
          lock.unlock();
        }
        measure(State.SLEEPING, () -> sleep(3));
      }
    }

    private void measure(State state, Runnable body) {
      long start = System.nanoTime();
      body.run();
      own.add(new Own(state, start, System.nanoTime()));
    }

    private static void sleep(int millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void spansAreWhereTheProgramSays() throws Exception {
    ReentrantLock lock = new ReentrantLock(true);
    List<Worker> workers = List.of(new Worker(lock), new Worker(lock), new Worker(lock));
    Recording.All all;
    try (Recording recording = new Recording()) {
      List<Thread> threads = new ArrayList<>();
      for (Worker each : workers) {
        threads.add(Thread.ofPlatform().name("worker-" + threads.size()).start(each));
      }
      for (Thread each : threads) {
        each.join();
      }
      all = recording.finish();
    }
    Timeline timeline = TimelineBuilder.build("Known", all);
    List<Long> errors = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      Lane lane = timeline.lane("worker-" + i);
      assertWhole(lane);
      errors.addAll(errors(lane, workers.get(i).own, all.own().start()));
    }
    Collections.sort(errors);
    long exact = errors.stream().filter(error -> error <= EXACT).count();
    System.out.println(exact + " of " + errors.size() + " ends of spans are right within 2 ms");
    assertTrue(errors.size() >= 2 * 3 * 2 * TURNS, () -> "only " + errors.size());
    assertTrue(errors.get(errors.size() / 2) <= EXACT, errors::toString);
  }

  private static void assertWhole(Lane lane) {
    List<Span> spans = lane.spans();
    long sum = spans.getFirst().nanos();
    for (int i = 1; i < spans.size(); i++) {
      assertEquals(spans.get(i - 1).end(), spans.get(i).start(), lane::toString);
      sum += spans.get(i).nanos();
    }
    assertEquals(spans.getLast().end() - lane.start(), sum);
    long totals = 0;
    for (State state : State.values()) {
      totals += lane.total(state).toNanos();
    }
    assertEquals(sum, totals);
  }

  /** Each sleep has its span, and each span of a sleep or a lock is within what was measured. */
  private static List<Long> errors(Lane lane, List<Own> own, long zero) {
    List<Long> errors = new ArrayList<>();
    List<Span> spans =
        lane.spans().stream()
            .filter(s -> s.state() == State.LOCK || s.state() == State.SLEEPING)
            .filter(Span::exact)
            .toList();
    for (Span span : spans) {
      Own around =
          own.stream()
              .filter(o -> o.state() == span.state())
              .filter(o -> o.start() - CLOCKS <= span.start() + zero)
              .filter(o -> o.end() + CLOCKS >= span.end() + zero)
              .findFirst()
              .orElseThrow(() -> new AssertionError(span + " is in none of " + own));
      errors.add(Math.abs(span.start() + zero - around.start()));
      errors.add(Math.abs(around.end() - span.end() - zero));
    }
    long sleeps = spans.stream().filter(s -> s.state() == State.SLEEPING).count();
    assertEquals(2 * TURNS, sleeps, lane::toString);
    return errors;
  }
}
