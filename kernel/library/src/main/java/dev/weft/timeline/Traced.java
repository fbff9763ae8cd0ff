package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.trace.Activity;
import dev.weft.trace.flight.Doing;
import dev.weft.trace.flight.Happening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A thread that is being put together from what was recorded of it. */
final class Traced {

  /** How long a virtual thread may not be seen and yet is taken to run. */
  private static final long SURELY_RUNS = 1_000_000;

  /** How long a thread may run that is said to do nothing. */
  private static final long MOMENT = 5_000_000;

  private static final Comparator<Happening.Held> BY_START =
      Comparator.comparingLong(Happening.Held::start);

  /** By when they began, and those that are older than the recording by what they did first. */
  static final Comparator<Traced> ORDER =
      Comparator.comparingLong((Traced each) -> each.begun)
          .thenComparingLong(each -> each.earliest);

  String name;
  long begun;

  /** When it is first heard of. */
  long earliest = Long.MAX_VALUE;

  long ended;
  boolean virtual;

  /** Whether it has begun meanwhile, or was seen to do more than to wait all the time. */
  boolean counts;

  private final List<Happening.Held> recorded = new ArrayList<>();
  private final List<Happening.Held> sampled = new ArrayList<>();
  private final List<Happening.Told> waits = new ArrayList<>();
  private final List<Happening.Told> marks = new ArrayList<>();
  private long[] ran = new long[4];
  private int ranCount;
  private long nameSince = Long.MIN_VALUE;

  Traced(String name, long begun, long ended) {
    this.name = name;
    this.begun = begun;
    this.ended = ended;
  }

  void add(Happening.Held held) {
    (held.sampled() ? sampled : recorded).add(held);
    earliest = Math.min(earliest, held.start());
    called(held.name(), held.start());
  }

  /** The latest name counts, but none that the flight recorder has garbled, as those with emoji. */
  private void called(String newer, long when) {
    boolean isBetter = isGarbled(name) && !isGarbled(newer);
    if (isBetter || (when >= nameSince && (isGarbled(name) || !isGarbled(newer)))) {
      nameSince = when;
      name = newer;
    }
  }

  private static boolean isGarbled(String text) {
    return text.indexOf('\ufffd') >= 0;
  }

  void add(Happening.Told told) {
    earliest = Math.min(earliest, told.start());
    switch (told.activity().kind()) {
      case WAIT -> waits.add(told);
      case HOLD, WORK -> marks.add(told);
      case APART -> {}
    }
  }

  void ran(long when) {
    earliest = Math.min(earliest, when);
    if (ranCount == ran.length) {
      ran = Arrays.copyOf(ran, 2 * ranCount);
    }
    ran[ranCount++] = when;
  }

  /** Puts what was recorded into the order of time, which the other methods need. */
  void sort() {
    recorded.sort(BY_START);
    sampled.sort(BY_START);
    waits.sort(Comparator.comparingLong(Happening.Told::start));
    Arrays.sort(ran, 0, ranCount);
  }

  /** Lets names be learned of what it waited for. */
  void learn(ThingNames names) {
    names.learn(recorded, sampled);
  }

  /** Returns whether it did nothing but to wait, for all but some milliseconds. */
  boolean mostlyWaits() {
    if (ranCount > 0 || !waits.isEmpty() || !allWait(recorded) || !allWait(sampled)) {
      return false;
    }
    long waited = 0;
    for (Happening.Held each : recorded) {
      waited += Math.max(0, Math.min(ended, each.end()) - Math.max(begun, each.start()));
    }
    return ended - begun - waited - stillWaits() < MOMENT;
  }

  private static boolean allWait(List<Happening.Held> held) {
    return held.stream().allMatch(each -> each.doing() == Doing.WAIT);
  }

  /** How long it was seen to wait at the end. */
  private long stillWaits() {
    if (sampled.isEmpty()) {
      return 0;
    }
    long since = sampled.getLast().start();
    boolean isLast = recorded.isEmpty() || recorded.getLast().start() <= since;
    return isLast ? ended - Math.max(begun, since) : 0;
  }

  /**
   * Returns its lane.
   *
   * @param zero what is subtracted from all times
   * @param knownUntil after which time nothing is known of it
   */
  Lane lane(String laneName, String group, ThingNames names, long zero, long knownUntil) {
    List<Span> told = Layers.flat(waits, each -> span(each, zero));
    List<Span> exact = Layers.flat(recorded, each -> span(each, names, holder(each), zero));
    List<Span> seen = Layers.flat(unrecorded(), each -> span(each, names, each.holder(), zero));
    List<Span> all = Layers.over(told, Layers.over(exact, seen));
    return new Lane(laneName, filled(all, zero, knownUntil), marks(zero), group);
  }

  private static Span span(Happening.Told told, long zero) {
    State state =
        switch (told.activity()) {
          case LOCK_WAIT, PERMIT_WAIT, GIL_WAIT -> State.LOCK;
          case PIPE -> State.IO;
          default -> State.WAITING;
        };
    String what = told.activity() == Activity.LOCK_WAIT ? told.name() : label(told);
    return new Span(told.start() - zero, told.end() - zero, state, what, told.holder(), true);
  }

  private static String label(Happening.Told told) {
    String label = told.activity().label();
    return told.name().isEmpty() ? label : label + ": " + told.name();
  }

  private static Span span(Happening.Held held, ThingNames names, String holder, long zero) {
    State state =
        switch (held.doing()) {
          case LOCK -> State.LOCK;
          case WAIT -> State.WAITING;
          case SLEEP -> State.SLEEPING;
          case IO -> State.IO;
        };
    return new Span(
        held.start() - zero, held.end() - zero, state, names.of(held), holder, !held.sampled());
  }

  /** Who had what it waited for, by the recording or by a look at it meanwhile. */
  private String holder(Happening.Held of) {
    if (!of.holder().isEmpty() || sampled.isEmpty()) {
      return of.holder();
    }
    int at = firstEnd(sampled, of.start());
    boolean meanwhile = at < sampled.size() && sampled.get(at).end() <= of.end();
    return meanwhile && sampled.get(at).kind().equals(of.kind()) ? sampled.get(at).holder() : "";
  }

  /** What was seen and not recorded as well, which has exact times. */
  private List<Happening.Held> unrecorded() {
    List<Happening.Held> all = new ArrayList<>();
    for (Happening.Held each : sampled) {
      int at = firstEnd(recorded, each.end());
      if (at == recorded.size() || recorded.get(at).start() > each.end()) {
        all.add(each);
      }
    }
    return all;
  }

  /** Returns the place of the first, of some that do not overlap, that ends then or later. */
  private static int firstEnd(List<Happening.Held> held, long when) {
    int low = 0;
    int high = held.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (held.get(middle).end() < when) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Fills what is between the waits, and cuts what is outside of the thread's life. */
  private List<Span> filled(List<Span> waiting, long zero, long knownUntil) {
    List<Span> spans = new ArrayList<>(2 * waiting.size() + 2);
    long at = begun - zero;
    long end = Math.min(ended, knownUntil) - zero;
    for (Span span : waiting) {
      long from = Math.clamp(span.start(), at, Math.max(at, end));
      long to = Math.clamp(span.end(), from, Math.max(from, end));
      between(spans, at, from, zero);
      Layers.add(spans, span, from, to);
      at = to;
    }
    between(spans, at, end, zero);
    if (ended - zero > Math.max(at, end)) {
      spans.add(new Span(Math.max(at, end), ended - zero, State.UNKNOWN, ""));
    }
    return spans;
  }

  private void between(List<Span> spans, long from, long to, long zero) {
    if (to > from) {
      boolean runs = !virtual || to - from <= SURELY_RUNS || isSeen(from + zero, to + zero);
      spans.add(new Span(from, to, runs ? State.RUNNING : State.UNKNOWN, ""));
    }
  }

  private boolean isSeen(long from, long to) {
    int index = Arrays.binarySearch(ran, 0, ranCount, from);
    int first = index < 0 ? ~index : index;
    return first < ranCount && ran[first] <= to;
  }

  private List<Mark> marks(long zero) {
    List<Mark> all = new ArrayList<>();
    for (Happening.Told told : marks) {
      long from = Math.max(told.start(), begun);
      long to = Math.min(told.end(), ended);
      if (to > from) {
        boolean holding = told.activity().kind() == Activity.Kind.HOLD;
        all.add(new Mark(from - zero, to - zero, told.name(), holding));
      }
    }
    all.sort(Comparator.comparingLong(Mark::start));
    return all;
  }
}
