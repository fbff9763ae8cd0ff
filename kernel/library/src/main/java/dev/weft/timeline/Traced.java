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

  String name;
  long begun;
  long ended;
  boolean virtual;

  /** Whether it has begun meanwhile, or was seen to do more than to wait all the time. */
  boolean counts;

  final List<Happening.Held> held = new ArrayList<>();
  private final List<Happening.Told> waits = new ArrayList<>();
  private final List<Happening.Told> marks = new ArrayList<>();
  private long[] ran = new long[4];
  private int ranCount;

  Traced(String name, long begun, long ended) {
    this.name = name;
    this.begun = begun;
    this.ended = ended;
  }

  void add(Happening.Told told) {
    switch (told.activity().kind()) {
      case WAIT -> waits.add(told);
      case HOLD, WORK -> marks.add(told);
      case APART -> {}
    }
  }

  void ran(long when) {
    if (ranCount == ran.length) {
      ran = Arrays.copyOf(ran, 2 * ranCount);
    }
    ran[ranCount++] = when;
  }

  /** Returns whether it did nothing but to wait, for all but some milliseconds. */
  boolean mostlyWaits() {
    long waited = 0;
    for (Happening.Held each : held) {
      if (each.doing() != Doing.WAIT) {
        return false;
      }
      long from = Math.max(begun, each.start());
      waited += each.sampled() ? 0 : Math.max(0, Math.min(ended, each.end()) - from);
    }
    Happening.Held last = held.isEmpty() ? null : held.getLast();
    long rest = last != null && last.sampled() ? ended - Math.max(begun, last.start()) : 0;
    return ranCount == 0 && waits.isEmpty() && ended - begun - waited - rest < MOMENT;
  }

  /**
   * Returns its lane.
   *
   * @param zero what is subtracted from all times
   * @param knownUntil after which time nothing is known of it
   */
  Lane lane(String laneName, String group, ThingNames names, long zero, long knownUntil) {
    List<Happening.Held> recorded = ThingNames.select(held, false);
    List<Happening.Held> sampled = ThingNames.select(held, true);
    names.learn(recorded, sampled);
    List<Span> told = Layers.flat(waits, Traced::span);
    List<Span> exact = Layers.flat(recorded, h -> span(h, names, holder(h, sampled)));
    List<Span> seen = Layers.flat(sampled, h -> span(h, names, h.holder()));
    List<Span> all = Layers.over(told, Layers.over(exact, seen));
    return new Lane(laneName, filled(all, zero, knownUntil), marks(zero), group);
  }

  private static Span span(Happening.Told told) {
    State state =
        switch (told.activity()) {
          case LOCK_WAIT, PERMIT_WAIT, GIL_WAIT -> State.LOCK;
          case PIPE -> State.IO;
          default -> State.WAITING;
        };
    String what = told.activity() == Activity.LOCK_WAIT ? told.name() : label(told);
    return new Span(told.start(), told.end(), state, what, told.holder(), true);
  }

  private static String label(Happening.Told told) {
    String label = told.activity().label();
    return told.name().isEmpty() ? label : label + ": " + told.name();
  }

  private static Span span(Happening.Held held, ThingNames names, String holder) {
    State state =
        switch (held.doing()) {
          case LOCK -> State.LOCK;
          case WAIT -> State.WAITING;
          case SLEEP -> State.SLEEPING;
          case IO -> State.IO;
        };
    return new Span(held.start(), held.end(), state, names.of(held), holder, !held.sampled());
  }

  /** Who had what it waited for, by the recording or by a look at it meanwhile. */
  private static String holder(Happening.Held of, List<Happening.Held> sampled) {
    if (!of.holder().isEmpty()) {
      return of.holder();
    }
    int low = 0;
    int high = sampled.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sampled.get(middle).start() < of.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean meanwhile = low < sampled.size() && sampled.get(low).start() < of.end();
    return meanwhile && sampled.get(low).kind().equals(of.kind()) ? sampled.get(low).holder() : "";
  }

  /** Fills what is between the waits, and cuts what is outside of the thread's life. */
  private List<Span> filled(List<Span> waiting, long zero, long knownUntil) {
    Arrays.sort(ran, 0, ranCount);
    List<Span> spans = new ArrayList<>();
    long at = begun;
    long end = Math.min(ended, knownUntil);
    for (Span span : waiting) {
      long from = Math.clamp(span.start(), at, Math.max(at, end));
      long to = Math.clamp(span.end(), from, Math.max(from, end));
      between(spans, at, from, zero);
      add(spans, from, to, zero, span);
      at = to;
    }
    between(spans, at, end, zero);
    add(spans, Math.max(at, end), ended, zero, new Span(0, 0, State.UNKNOWN, ""));
    return spans;
  }

  private void between(List<Span> spans, long from, long to, long zero) {
    boolean runs = !virtual || to - from <= SURELY_RUNS || isSeen(from, to);
    State state = runs ? State.RUNNING : State.UNKNOWN;
    add(spans, from, to, zero, new Span(0, 0, state, ""));
  }

  private boolean isSeen(long from, long to) {
    int index = Arrays.binarySearch(ran, 0, ranCount, from);
    int first = index < 0 ? ~index : index;
    return first < ranCount && ran[first] <= to;
  }

  private static void add(List<Span> spans, long from, long to, long zero, Span like) {
    if (to > from) {
      spans.add(
          new Span(from - zero, to - zero, like.state(), like.what(), like.holder(), like.exact()));
    }
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
