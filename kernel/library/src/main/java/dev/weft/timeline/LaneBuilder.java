package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.trace.flight.Happening;
import dev.weft.trace.flight.HelperThreads;
import java.util.ArrayList;
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

  private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

  private final Source source;
  private final ThingNames names;
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

  /**
   * Makes lanes of one JVM.
   *
   * @param known names of locks, by the number that looks at threads tell them apart by
   */
  LaneBuilder(Source source, Map<Long, String> known) {
    this.source = source;
    names = new ThingNames(known);
  }

  /** Gives a thread a lane in any case. */
  LaneBuilder with(long thread, String name) {
    Traced first = thread(thread, name);
    first.counts = true;
    first.earliest = Long.MIN_VALUE;
    return this;
  }

  /** Returns the lanes in the order in which their threads began. */
  List<Built> build(List<Happening> happenings) {
    happenings.forEach(this::addBegin);
    happenings.forEach(this::add);
    happenings.forEach(this::addEnd);
    List<Map.Entry<Long, Traced>> counting = new ArrayList<>(threads.entrySet());
    counting.removeIf(each -> !each.getValue().counts);
    counting.forEach(each -> each.getValue().sort());
    counting.removeIf(each -> isHelper(each.getValue()));
    counting.sort(Map.Entry.comparingByValue(Traced.ORDER));
    counting.forEach(each -> each.getValue().learn(names));
    Map<String, Integer> seen = new HashMap<>();
    List<Built> lanes = new ArrayList<>(counting.size());
    for (Map.Entry<Long, Traced> each : counting) {
      Traced thread = each.getValue();
      String shown = shown(thread.name);
      int times = seen.merge(shown, 1, Integer::sum);
      String name = times == 1 ? shown : shown + " (" + times + ")";
      Lane lane = thread.lane(name, source.group(), names, source.zero(), source.knownUntil());
      lanes.add(new Built(lane, methods.getOrDefault(each.getKey(), Map.of())));
    }
    return lanes;
  }

  /** The JDK has ends of processes and time-outs handled by threads of the common pool. */
  private static boolean isHelper(Traced thread) {
    return HelperThreads.isName(thread.name)
        || (thread.name.startsWith(COMMON_POOL) && thread.mostlyWaits());
  }

  /** Without the class, the number of a thread has room beside its lane. */
  private static String shown(String name) {
    return name.startsWith(COMMON_POOL) ? name.substring(name.indexOf('.') + 1) : name;
  }

  private Traced thread(long id, String name) {
    return threads.computeIfAbsent(id, _ -> new Traced(name, source.start(), source.end()));
  }

  private void addBegin(Happening happening) {
    if (happening instanceof Happening.Begun begun) {
      begun(begun);
    }
  }

  private void add(Happening happening) {
    switch (happening) {
      case Happening.Held held -> held(held);
      case Happening.Told told -> told(told);
      case Happening.Ran ran -> ran(ran);
      case Happening.Begun _, Happening.Ended _, Happening.Paused _, Happening.Lost _ -> {}
    }
  }

  private void addEnd(Happening happening) {
    @Nullable Traced thread =
        happening instanceof Happening.Ended ended ? threads.get(ended.thread()) : null;
    if (thread != null) {
      thread.ended = Math.clamp(happening.start(), thread.begun, source.end());
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

  private void held(Happening.Held held) {
    if (isWithin(held.start(), held.end())) {
      Traced thread = thread(held.thread(), held.name());
      thread.add(held);
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
    if (isWithin(ran.start(), ran.start() + 1)) {
      Traced thread = thread(ran.thread(), ran.name());
      thread.counts = true;
      thread.ran(ran.start());
      methods
          .computeIfAbsent(ran.thread(), _ -> new HashMap<>())
          .merge(ran.method(), 1, Integer::sum);
    }
  }
}
