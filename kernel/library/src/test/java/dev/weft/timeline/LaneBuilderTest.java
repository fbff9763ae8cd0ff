package dev.weft.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneBuilderTest {

  private static Happening held(long thread, long start, long end, State state, long address) {
    String kind = "java.util.concurrent.locks.ReentrantLock$NonfairSync";
    return new Happening.Held(thread, "t" + thread, start, end, state, kind, address, "");
  }

  private static List<Lane> lanes(Happening... happenings) {
    var recorded = new FlightRecording.Recorded(100, 200, List.of(happenings));
    return LaneBuilder.lanes(recorded, 1, "main");
  }

  @Test
  void aThreadRunsWhereItIsNotHeldUp() {
    assertEquals(
        List.of(
            new Span(0, 20, State.RUNNING, ""),
            new Span(20, 50, State.LOCK, "ReentrantLock 1"),
            new Span(50, 100, State.RUNNING, "")),
        lanes(held(1, 120, 150, State.LOCK, 7)).getFirst().spans());
  }

  @Test
  void aLaneLastsAsLongAsItsThread() {
    List<Lane> lanes = lanes(new Happening.Begun(2, 130, "worker"), new Happening.Ended(2, 170));
    assertEquals(List.of("main", "worker"), lanes.stream().map(Lane::name).toList());
    assertEquals(List.of(new Span(30, 70, State.RUNNING, "")), lanes.get(1).spans());
  }

  @Test
  void whatReachesBeyondTheRecordingIsCut() {
    List<Span> spans =
        lanes(held(1, 50, 120, State.SLEEPING, 0), held(1, 190, 900, State.LOCK, 1))
            .getFirst()
            .spans();
    assertEquals(0, spans.getFirst().start());
    assertEquals(20, spans.getFirst().end());
    assertEquals(100, spans.getLast().end());
  }

  @Test
  void overlapsAreCut() {
    List<Span> spans =
        lanes(held(1, 110, 150, State.LOCK, 1), held(1, 140, 160, State.WAITING, 2))
            .getFirst()
            .spans();
    for (int i = 1; i < spans.size(); i++) {
      assertEquals(spans.get(i - 1).end(), spans.get(i).start());
    }
    assertEquals(100, spans.stream().mapToLong(Span::nanos).sum());
  }

  @Test
  void locksOfOneClassAreToldApart() {
    List<Span> spans =
        lanes(
                held(1, 110, 120, State.LOCK, 70),
                held(1, 130, 140, State.LOCK, 71),
                held(1, 150, 160, State.LOCK, 70))
            .getFirst()
            .spans();
    assertEquals(
        List.of("ReentrantLock 1", "ReentrantLock 2", "ReentrantLock 1"),
        spans.stream().map(Span::detail).filter(d -> !d.isEmpty()).toList());
  }

  @Test
  void threadsOfOneNameAreToldApart() {
    List<Lane> lanes =
        lanes(new Happening.Begun(2, 130, "main"), new Happening.Begun(3, 140, "main"));
    assertEquals(List.of("main", "main (2)", "main (3)"), lanes.stream().map(Lane::name).toList());
  }
}
