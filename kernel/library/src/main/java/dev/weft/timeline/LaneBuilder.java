package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes lanes of what was recorded: the spans in which a thread was held up, and between them it
 * ran.
 */
final class LaneBuilder {

  private final long start;
  private final long end;
  private final Map<Long, Traced> threads = new LinkedHashMap<>();
  private final Map<String, Map<Long, Integer>> numbers = new HashMap<>();

  /** A thread that is being put together. */
  private static final class Traced {
    private final String name;
    private final List<Happening.Held> held = new ArrayList<>();
    private long begun;
    private long ended;

    Traced(String name, long begun, long ended) {
      this.name = name;
      this.begun = begun;
      this.ended = ended;
    }
  }

  private LaneBuilder(long start, long end) {
    this.start = start;
    this.end = end;
  }

  /**
   * Returns the lanes in the order in which their threads began.
   *
   * @param caller the thread whose body was recorded, which always has a lane, and its name
   */
  static List<Lane> lanes(FlightRecording.Recorded recorded, long caller, String callerName) {
    LaneBuilder builder = new LaneBuilder(recorded.start(), recorded.end());
    builder.thread(caller, callerName);
    List<Happening> sorted = new ArrayList<>(recorded.happenings());
    sorted.sort(Comparator.comparingLong(Happening::start));
    sorted.forEach(builder::add);
    return builder.build();
  }

  private Traced thread(long id, String name) {
    return threads.computeIfAbsent(id, _ -> new Traced(name, start, end));
  }

  private void add(Happening happening) {
    switch (happening) {
      case Happening.Begun begun when begun.start() < end ->
          thread(begun.thread(), begun.name()).begun = Math.max(start, begun.start());
      case Happening.Begun _ -> {}
      case Happening.Ended ended -> ended(ended);
      case Happening.Held held when held.end() > start && held.start() < end ->
          thread(held.thread(), held.name()).held.add(held);
      case Happening.Held _ -> {}
    }
  }

  private void ended(Happening.Ended ended) {
    @Nullable Traced thread = threads.get(ended.thread());
    if (thread != null) {
      thread.ended = Math.clamp(ended.start(), thread.begun, end);
    }
  }

  private List<Lane> build() {
    Map<String, Integer> seen = new TreeMap<>();
    List<Lane> lanes = new ArrayList<>();
    List<Traced> sorted = new ArrayList<>(threads.values());
    sorted.sort(Comparator.comparingLong(thread -> thread.begun));
    for (Traced each : sorted) {
      int times = seen.merge(each.name, 1, Integer::sum);
      lanes.add(new Lane(times == 1 ? each.name : each.name + " (" + times + ")", spans(each)));
    }
    return lanes;
  }

  private List<Span> spans(Traced thread) {
    List<Span> spans = new ArrayList<>();
    long at = thread.begun;
    for (Happening.Held held : thread.held) {
      long from = Math.clamp(held.start(), at, thread.ended);
      long to = Math.clamp(held.end(), from, thread.ended);
      addSpan(spans, at, from, State.RUNNING, "");
      addSpan(spans, from, to, held.state(), detail(held));
      at = to;
    }
    addSpan(spans, at, thread.ended, State.RUNNING, "");
    return spans;
  }

  private void addSpan(List<Span> spans, long from, long to, State state, String detail) {
    if (to > from) {
      spans.add(new Span(from - start, to - start, state, detail));
    }
  }

  private String detail(Happening.Held held) {
    String what = named(held.kind(), held.address());
    return held.holder().isEmpty() ? what : what + ", which " + held.holder() + " had";
  }

  /** Returns a name for an object, of which there may be several of one class. */
  private String named(String className, long address) {
    if (className.isEmpty()) {
      return "";
    }
    String name = className.substring(className.lastIndexOf('.') + 1);
    name = name.endsWith("$ConditionObject") ? "Condition" : name.replaceFirst("\\$.*Sync$", "");
    Map<Long, Integer> ofName = numbers.computeIfAbsent(name, _ -> new HashMap<>());
    return name + " " + ofName.computeIfAbsent(address, _ -> ofName.size() + 1);
  }
}
