package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts spans of one thread together so that none overlap. */
final class Layers {

  private Layers() {}

  /** Returns spans, in order of their start, each without what an earlier one has covered. */
  static <H> List<Span> flat(List<H> sources, Function<H, Span> toSpan) {
    List<Span> flat = new ArrayList<>(sources.size());
    long at = Long.MIN_VALUE;
    for (H source : sources) {
      Span span = toSpan.apply(source);
      if (span.end() > Math.max(at, span.start())) {
        flat.add(part(span, Math.max(at, span.start()), span.end()));
        at = span.end();
      }
    }
    return flat;
  }

  /** Returns the upper spans, and of the lower ones what is between them; both are flat. */
  static List<Span> over(List<Span> upper, List<Span> lower) {
    if (upper.isEmpty()) {
      return lower;
    }
    List<Span> all = new ArrayList<>(upper.size() + lower.size());
    int next = 0;
    for (Span span : lower) {
      long at = span.start();
      while (next < upper.size() && upper.get(next).start() < span.end()) {
        Span above = upper.get(next);
        add(all, span, at, Math.min(span.end(), above.start()));
        at = Math.max(at, above.end());
        if (above.end() > span.end()) {
          break; // it covers the next one too
        }
        all.add(above);
        next++;
      }
      add(all, span, at, span.end());
    }
    all.addAll(upper.subList(next, upper.size()));
    return all;
  }

  /** Adds the part of a span between two times, if there is any. */
  static void add(List<Span> all, Span span, long from, long to) {
    if (to > from) {
      all.add(part(span, from, to));
    }
  }

  private static Span part(Span span, long from, long to) {
    return from == span.start() && to == span.end()
        ? span
        : new Span(from, to, span.state(), span.what(), span.holder(), span.exact());
  }
}
