package dev.weft.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.trace.Activity;
import dev.weft.trace.flight.Doing;
import dev.weft.trace.flight.Happening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneBuilderTest {

  private static final String LOCK = "java.util.concurrent.locks.ReentrantLock$NonfairSync";

  private static Happening.Held held(long thread, long start, long end, Doing doing, long which) {
    String name = thread == 1 ? "main" : "t" + thread;
    return new Happening.Held(thread, name, start, end, doing, LOCK, which, "", false);
  }

  private static Happening seen(long thread, long start, long end, long which, String holder) {
    return new Happening.Held(
        thread, "t" + thread, start, end, Doing.LOCK, LOCK, which, holder, true);
  }

  private static Happening told(long start, long end, Activity activity, String name) {
    return new Happening.Told(1, "main", start, end, activity, name, "", false);
  }

  private static List<Lane> lanes(Happening... happenings) {
    return lanes(new LaneBuilder.Source("", 100, 100, 200, 200, false), happenings);
  }

  private static List<Lane> lanes(LaneBuilder.Source source, Happening... happenings) {
    return new LaneBuilder(source, Map.of(4711L, "till"))
        .with(1, "main").build(List.of(happenings)).stream().map(LaneBuilder.Built::lane).toList();
  }

  @Test
  void aThreadRunsWhereItIsNotHeldUp() {
    assertEquals(
        List.of(
            new Span(0, 20, State.RUNNING, ""),
            new Span(20, 50, State.LOCK, "ReentrantLock 1"),
            new Span(50, 100, State.RUNNING, "")),
        lanes(held(1, 120, 150, Doing.LOCK, 7)).getFirst().spans());
  }

  @Test
  void aLaneLastsAsLongAsItsThread() {
    List<Lane> lanes =
        lanes(new Happening.Begun(2, 130, "worker", false), new Happening.Ended(2, 170));
    assertEquals(List.of("main", "worker"), lanes.stream().map(Lane::name).toList());
    assertEquals(List.of(new Span(30, 70, State.RUNNING, "")), lanes.get(1).spans());
  }

  @Test
  void threadsOfTheRecorderAndOfPoolsHaveNoLane() {
    List<Lane> lanes =
        lanes(
            new Happening.Begun(2, 130, "JFR Periodic Tasks", false),
            new Happening.Begun(3, 140, "pool-callback", true));
    assertEquals(List.of("main"), lanes.stream().map(Lane::name).toList());
  }

  @Test
  void whatReachesBeyondTheRecordingIsCut() {
    List<Span> spans =
        lanes(held(1, 50, 120, Doing.SLEEP, 0), held(1, 190, 900, Doing.LOCK, 1))
            .getFirst()
            .spans();
    assertEquals(0, spans.getFirst().start());
    assertEquals(20, spans.getFirst().end());
    assertEquals(100, spans.getLast().end());
  }

  @Test
  void overlapsAreCut() {
    List<Span> spans =
        lanes(held(1, 110, 150, Doing.LOCK, 1), held(1, 140, 160, Doing.WAIT, 2))
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
                held(1, 110, 120, Doing.LOCK, 70),
                held(1, 130, 140, Doing.LOCK, 71),
                held(1, 150, 160, Doing.LOCK, 70))
            .getFirst()
            .spans();
    assertEquals(
        List.of("ReentrantLock 1", "ReentrantLock 2", "ReentrantLock 1"),
        spans.stream().map(Span::detail).filter(d -> !d.isEmpty()).toList());
  }

  @Test
  void threadsOfOneNameAreToldApart() {
    List<Lane> lanes =
        lanes(
            new Happening.Begun(2, 130, "main", false), new Happening.Begun(3, 140, "main", false));
    assertEquals(List.of("main", "main (2)", "main (3)"), lanes.stream().map(Lane::name).toList());
  }

  @Test
  void whatTypesTellGoesBeforeWhatTheRecorderSaw() {
    Lane lane =
        lanes(
                held(1, 110, 130, Doing.WAIT, 1),
                told(115, 140, Activity.LOCK_WAIT, "till"),
                told(140, 160, Activity.LOCK_HELD, "till"))
            .getFirst();
    assertEquals(
        List.of(
            new Span(0, 10, State.RUNNING, ""),
            new Span(10, 15, State.WAITING, "ReentrantLock 1"),
            new Span(15, 40, State.LOCK, "till"),
            new Span(40, 100, State.RUNNING, "")),
        lane.spans());
    assertEquals(List.of(new Mark(40, 60, "till", true)), lane.marks());
  }

  @Test
  void looksTellTheHolderAndWhatHasNotEnded() {
    List<Lane> lanes =
        lanes(
            new Happening.Begun(2, 100, "t2", false),
            held(2, 110, 140, Doing.LOCK, 77),
            seen(2, 120, 130, 5, "main"),
            seen(2, 160, 200, 5, "main"));
    assertEquals(
        List.of(
            new Span(0, 10, State.RUNNING, ""),
            new Span(10, 40, State.LOCK, "ReentrantLock 1", "main", true),
            new Span(40, 60, State.RUNNING, ""),
            new Span(60, 100, State.LOCK, "ReentrantLock 1", "main", false)),
        lanes.get(1).spans());
  }

  @Test
  void olderThreadsThatOnlyWaitHaveNoLane() {
    assertEquals(1, lanes(seen(7, 100, 200, 1, "")).size());
    assertEquals(2, lanes(held(7, 110, 120, Doing.IO, 1)).size());
  }

  @Test
  void ofAVirtualThreadItIsKnownWhereItWasSeen() {
    long ms = 1_000_000;
    var source = new LaneBuilder.Source("", 0, 0, 100 * ms, 100 * ms, false);
    List<Span> spans =
        lanes(
                source,
                new Happening.Begun(2, 0, "light", true),
                new Happening.Held(2, "light", 40 * ms, 60 * ms, Doing.SLEEP, "", 0, "", false),
                new Happening.Ran(2, "t2", 20 * ms, "Foo.bar"))
            .get(1)
            .spans();
    assertEquals(
        List.of(State.RUNNING, State.SLEEPING, State.UNKNOWN),
        spans.stream().map(Span::state).toList());
  }

  @Test
  void aLookThatBeganBeforeAWaitTellsOfIt() {
    List<Lane> lanes =
        lanes(
            new Happening.Begun(2, 100, "t2", false),
            held(2, 115, 140, Doing.LOCK, 77),
            seen(2, 110, 130, 4711, "main"),
            held(2, 150, 160, Doing.LOCK, 77));
    assertEquals(
        List.of(
            new Span(0, 15, State.RUNNING, ""),
            new Span(15, 40, State.LOCK, "till", "main", true),
            new Span(40, 50, State.RUNNING, ""),
            new Span(50, 60, State.LOCK, "till"),
            new Span(60, 100, State.RUNNING, "")),
        lanes.get(1).spans());
  }

  @Test
  void locksAreCalledAsTheProgramDoes() {
    List<Lane> lanes =
        lanes(
            held(1, 110, 120, Doing.LOCK, 77),
            new Happening.Begun(2, 100, "t2", false),
            held(2, 110, 140, Doing.LOCK, 77),
            seen(2, 120, 130, 4711, "main"));
    assertEquals("till", lanes.get(0).spans().get(1).what());
    assertEquals("till", lanes.get(1).spans().get(1).what());
  }

  @Test
  void theOrderInWhichThingsWereRecordedDoesNotMatter() {
    List<Happening> all =
        new ArrayList<>(
            List.of(
                new Happening.Begun(2, 100, "t2", false),
                held(2, 110, 120, Doing.LOCK, 1),
                held(2, 130, 150, Doing.SLEEP, 0),
                new Happening.Ran(2, "t2", 125, "a.B"),
                new Happening.Ended(2, 170),
                new Happening.Begun(3, 120, "t3", false),
                told(140, 150, Activity.PERMIT_WAIT, "permit")));
    List<Lane> lanes = lanes(all.toArray(Happening[]::new));
    Collections.reverse(all);
    assertEquals(lanes, lanes(all.toArray(Happening[]::new)));
  }

  @Test
  void anOlderThreadThatOnlyComputesHasALane() {
    List<Lane> lanes = lanes(new Happening.Ran(7, "busy", 150, "a.B"));
    assertEquals(List.of("main", "busy"), lanes.stream().map(Lane::name).toList());
    assertEquals(List.of(new Span(0, 100, State.RUNNING, "")), lanes.get(1).spans());
  }

  @Test
  void threadsOfTheCommonPoolHaveShortNamesAndNoneIfTheyOnlyWait() {
    String name = "ForkJoinPool.commonPool-worker-";
    List<Lane> lanes =
        lanes(
            new Happening.Begun(2, 110, name + 1, false),
            new Happening.Held(2, name + 1, 120, 190, Doing.SLEEP, "", 0, "", false),
            new Happening.Begun(3, 110, name + 2, false),
            new Happening.Held(3, name + 2, 111, 199, Doing.WAIT, "a.Pool", 1, "", false));
    assertEquals(List.of("main", "commonPool-worker-1"), lanes.stream().map(Lane::name).toList());
  }

  @Test
  void afterWhatIsKnownNothingIsClaimed() {
    var source = new LaneBuilder.Source("child", 100, 120, 150, 180, true);
    List<Span> spans = lanes(source, held(1, 130, 140, Doing.SLEEP, 0)).getFirst().spans();
    assertEquals(new Span(20, 30, State.RUNNING, ""), spans.getFirst());
    assertEquals(new Span(50, 80, State.UNKNOWN, ""), spans.getLast());
  }
}
