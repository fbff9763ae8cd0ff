package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.trace.flight.Happening;
import dev.weft.trace.flight.HelperThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes lanes of what was recorded of one JVM: the spans in which a thread was held up, and between
 * them it ran.
 *
 * <p>There is a lane for each thread that began meanwhile, and for each older one that did anything
 * but to wait all the time.
 */
final class LaneBuilder {

  private final Source source;
  private final Map<Long, Traced> threads = new LinkedHashMap<>();
  private final Map<Long, Map<String, Integer>> methods = new HashMap<>();

  /**
   * A JVM and what is known of it; all times are those of one clock.
   *
   * @param group what its lanes are marked with; empty for the JVM that records
   * @param zero the time that is shown as zero
   * @param start since when it is known what its threads do
   * @param knownUntil until when that is
   * @param end when the recording, or the JVM, has ended
   * @param onlySeen whether there are looks at its threads alone
   */
  record Source(String group, long zero, long start, long knownUntil, long end, boolean onlySeen) {}

  /** A thread's lane, and how often it was seen in which method. */
  record Built(Lane lane, Map<String, Integer> methods) {}

  LaneBuilder(Source source) {
    this.source = source;
  }

  /** Gives a thread a lane in any case. */
  LaneBuilder with(long thread, String name) {
    thread(thread, name).counts = true;
    return this;
  }

  /** Returns the lanes in the order in which their threads began. */
  List<Built> build(List<Happening> happenings) {
    List<Happening> sorted = new ArrayList<>(happenings);
    sorted.sort(Comparator.comparingLong(Happening::start));
    sorted.forEach(this::add);
    List<Map.Entry<Long, Traced>> counting = new ArrayList<>(threads.entrySet());
    counting.removeIf(each -> !each.getValue().counts);
    counting.sort(Comparator.comparingLong(each -> each.getValue().begun));
    Map<String, Integer> seen = new HashMap<>();
    ThingNames names = new ThingNames();
    List<Built> lanes = new ArrayList<>(counting.size());
    for (Map.Entry<Long, Traced> each : counting) {
      Traced thread = each.getValue();
      if (isIdleOfCommonPool(thread) || HelperThreads.isName(thread.name)) {
        continue;
      }
      int times = seen.merge(thread.name, 1, Integer::sum);
      String name = times == 1 ? thread.name : thread.name + " (" + times + ")";
      Lane lane = thread.lane(name, source.group(), names, source.zero(), source.knownUntil());
      lanes.add(new Built(lane, methods.getOrDefault(each.getKey(), Map.of())));
    }
    return lanes;
  }

  /** The JDK has ends of processes and time-outs handled by such threads. */
  private static boolean isIdleOfCommonPool(Traced thread) {
    return thread.name.startsWith("ForkJoinPool.commonPool-worker-") && thread.mostlyWaits();
  }

  private Traced thread(long id, String name) {
    return threads.computeIfAbsent(id, _ -> new Traced(name, source.start(), source.end()));
  }

  private void add(Happening happening) {
    switch (happening) {
      case Happening.Begun begun -> begun(begun);
      case Happening.Ended ended -> ended(ended);
      case Happening.Held held -> held(held);
      case Happening.Told told -> told(told);
      case Happening.Ran ran -> ran(ran);
      case Happening.Paused _, Happening.Lost _ -> {}
    }
  }

  private boolean isWithin(long start, long end) {
    return end > source.start() && start < source.end();
  }

  private void begun(Happening.Begun begun) {
    if (begun.start() < source.end()) {
      Traced thread = thread(begun.thread(), begun.name());
      thread.begun = Math.max(source.start(), begun.start());
      thread.virtual = begun.virtual();
      thread.counts = true;
    }
  }

  private void ended(Happening.Ended ended) {
    @Nullable Traced thread = threads.get(ended.thread());
    if (thread != null) {
      thread.ended = Math.clamp(ended.start(), thread.begun, source.end());
    }
  }

  private void held(Happening.Held held) {
    if (isWithin(held.start(), held.end())) {
      Traced thread = thread(held.thread(), held.name());
      thread.name = held.name();
      thread.held.add(held);
      thread.counts |= !held.sampled() || source.onlySeen();
    }
  }

  private void told(Happening.Told told) {
    if (isWithin(told.start(), told.end())) {
      Traced thread = thread(told.thread(), told.threadName());
      thread.add(told);
      boolean always = told.open() && told.start() <= source.start();
      thread.counts |= !always;
    }
  }

  private void ran(Happening.Ran ran) {
    @Nullable Traced thread = threads.get(ran.thread());
    if (thread != null && isWithin(ran.start(), ran.start() + 1)) {
      thread.ran(ran.start());
      methods
          .computeIfAbsent(ran.thread(), _ -> new HashMap<>())
          .merge(ran.method(), 1, Integer::sum);
    }
  }
}
