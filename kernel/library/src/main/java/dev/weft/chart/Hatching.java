package dev.weft.chart;

import dev.weft.chart.TimelineChart.State;

/** Fills areas by state, with a colour and a pattern, as colour alone is not for all eyes. */
final class Hatching {

  private static final String SIZE = "6";

  private Hatching() {}

  /** Writes the patterns, of which each drawing has the same. */
  static void define(Svg svg) {
    svg.open("defs");
    pattern(svg, State.LOCK, "M0 6L6 0M-1 1L1-1M5 7L7 5", "#7a3d00");
    pattern(svg, State.WAITING, "M0 3h6", "#6b7784");
    pattern(svg, State.SLEEPING, "M3 3h1v1h-1z", "#5b4a86");
    pattern(svg, State.IO, "M0 0L6 6M-1 5L1 7M5-1L7 1", "#5e5200");
    pattern(svg, State.UNKNOWN, "M3 0v3", "#8b949e");
    svg.close("defs");
  }

  private static void pattern(Svg svg, State state, String lines, String stroke) {
    svg.open(
        "pattern",
        "id",
        id(state),
        "width",
        SIZE,
        "height",
        SIZE,
        "patternUnits",
        "userSpaceOnUse");
    svg.rectangle(0, 0, 6, 6, "fill", colour(state));
    svg.path(lines, "stroke", stroke, "stroke-width", "1", "fill", "none");
    svg.close("pattern");
  }

  private static String id(State state) {
    return "weft-" + state.name().toLowerCase(java.util.Locale.ROOT);
  }

  static String colour(State state) {
    return switch (state) {
      case RUNNING -> "#2f8f6b";
      case LOCK -> "#f2a65a";
      case WAITING -> "#e3e7eb";
      case SLEEPING -> "#d6ccec";
      case IO -> "#e8dc8a";
      case UNKNOWN -> "#f6f7f8";
    };
  }

  static void fill(Svg svg, String path, State state) {
    svg.path(path, "fill", state == State.RUNNING ? colour(state) : "url(#" + id(state) + ")");
  }
}
