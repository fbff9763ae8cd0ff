package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Pause;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.process.child.ChildRecord;
import dev.weft.trace.Activity;
import dev.weft.trace.flight.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader of a timeline should know about how good it is. */
final class Notes {

  private Notes() {}

  static List<String> of(Recording.All all, List<Lane> lanes, List<Pause> pauses) {
    List<String> notes = new ArrayList<>();
    addPauses(pauses, notes);
    addQueued(all, notes);
    addChildren(all, notes);
    if (lanes.stream().anyMatch(Notes::isSampled)) {
      notes.add("Waits that had not ended are known from looks at the threads every 10 ms.");
    }
    addLost(all, notes);
    return notes;
  }

  private static boolean isSampled(Lane lane) {
    for (Span each : lane.spans()) {
      if (!each.exact()) {
        return true;
      }
    }
    return false;
  }

  private static void addPauses(List<Pause> pauses, List<String> notes) {
    long nanos = pauses.stream().mapToLong(pause -> pause.end() - pause.start()).sum();
    if (!pauses.isEmpty()) {
      notes.add(
          "The garbage collector stopped all threads "
              + counted(pauses.size(), "time")
              + ", "
              + millis(nanos)
              + " in all.");
    }
  }

  private static void addQueued(Recording.All all, List<String> notes) {
    List<Happening.Told> queued =
        all.own().happenings().stream()
            .filter(Happening.Told.class::isInstance)
            .map(Happening.Told.class::cast)
            .filter(told -> told.activity() == Activity.QUEUED)
            .toList();
    if (queued.isEmpty()) {
      return;
    }
    long sum = queued.stream().mapToLong(q -> q.end() - q.start()).sum();
    long most = queued.stream().mapToLong(q -> q.end() - q.start()).max().orElse(0);
    notes.add(
        counted(queued.size(), "task")
            + " waited in pools "
            + millis(sum / queued.size())
            + " on average, "
            + millis(most)
            + " at most.");
  }

  private static void addChildren(Recording.All all, List<String> notes) {
    List<ChildRecord.Result> children = all.children();
    if (children.isEmpty()) {
      return;
    }
    long error = children.stream().mapToLong(ChildRecord.Result::clockError).max().orElse(0);
    notes.add(
        "Times of child processes are those of one clock, with an error of "
            + (error > 0 ? "at most " + millis(error) : "unknown size")
            + ".");
    addStartUps(all, notes);
    long cut = children.stream().filter(child -> !child.whole()).count();
    if (cut > 0) {
      notes.add(
          counted((int) cut, "child process", "child processes")
              + " ended before handing over a recording: what is shown was seen in looks every 10"
              + " ms.");
    }
  }

  /** Those that were not there before begin their work when they are recorded. */
  private static void addStartUps(Recording.All all, List<String> notes) {
    long begin = all.own().start();
    long most =
        all.children().stream()
            .filter(child -> child.start() >= begin && child.knownSince() > child.start())
            .mapToLong(ChildRecord.Result::startUp)
            .max()
            .orElse(0);
    if (most > 0) {
      notes.add(
          "Child processes that started meanwhile began their work up to "
              + millis(most)
              + " later than they would unrecorded, when their recorders had started.");
    }
  }

  private static void addLost(Recording.All all, List<String> notes) {
    long bytes = 0;
    for (Happening each : all.own().happenings()) {
      bytes += each instanceof Happening.Lost lost ? lost.bytes() : 0;
    }
    if (bytes > 0) {
      notes.add("The recorder could not keep up: " + bytes + " bytes of it were lost.");
    }
    if (all.own().dropped() > 0) {
      notes.add(all.own().dropped() + " spans were not kept, as there were more than a million.");
    }
  }

  private static String counted(int count, String what) {
    return counted(count, what, what + "s");
  }

  private static String counted(int count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  static String millis(long nanos) {
    double value = nanos / 1e6;
    int digits = value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f ms", value);
  }
}
