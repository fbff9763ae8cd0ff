package dev.weft.gil;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each thread did with the lock, in spans one after another; guarded by the lock's own mutex.
 */
final class GilLog {

  /** Beyond that many spans new ones are only counted. */
  static final int MOST = 50_000;

  private final Map<Thread, Track> tracks = new LinkedHashMap<>();
  private long cleared;
  private int kept;
  private long dropped;

  /** A thread's spans, the last of which is still open. */
  private static final class Track {
    private final List<Span> spans = new ArrayList<>();
    private @Nullable State state;
    private String detail = "";
    private long since;
  }

  /** The thread is in another state from now on; null for one that has no more to do with it. */
  void change(Thread thread, @Nullable State state, String detail, long now) {
    Track track = tracks.computeIfAbsent(thread, _ -> new Track());
    if (track.state == state && track.detail.equals(detail)) {
      return;
    }
    if (track.state != null && now > track.since) {
      add(track, new Span(track.since, now, track.state, track.detail));
    }
    track.state = state;
    track.detail = detail;
    track.since = now;
  }

  private void add(Track track, Span span) {
    if (kept < MOST) {
      track.spans.add(span);
      kept++;
    } else {
      dropped++;
    }
  }

  /** Returns when the first span began that is kept, or when everything was forgotten. */
  long start() {
    return tracks.values().stream()
        .filter(track -> track.state != null || !track.spans.isEmpty())
        .mapToLong(track -> track.spans.isEmpty() ? track.since : track.spans.getFirst().start())
        .min()
        .orElse(cleared);
  }

  /** Returns how many spans were not kept. */
  long dropped() {
    return dropped;
  }

  /** Returns what has ended or is open now, as lanes whose time begins at {@code start}. */
  List<Lane> lanes(long start, long now) {
    List<Lane> lanes = new ArrayList<>();
    tracks.forEach(
        (thread, track) -> {
          List<Span> spans = new ArrayList<>();
          track.spans.forEach(span -> addShifted(spans, span, start));
          if (track.state != null && now > track.since) {
            addShifted(spans, new Span(track.since, now, track.state, track.detail), start);
          }
          if (!spans.isEmpty()) {
            lanes.add(new Lane(thread.getName(), spans));
          }
        });
    return lanes;
  }

  private static void addShifted(List<Span> spans, Span span, long start) {
    if (span.end() > start) {
      long from = Math.max(0, span.start() - start);
      spans.add(new Span(from, span.end() - start, span.state(), span.detail()));
    }
  }

  /** Forgets everything but the states that last. */
  void clear(long now) {
    cleared = now;
    tracks.values().removeIf(track -> track.state == null);
    tracks.values().forEach(track -> track.spans.clear());
    kept = 0;
    dropped = 0;
  }
}
