package dev.weft.chart;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charts as Vega-Lite, version 5: with values shown under the pointer, and zoom. */
final class VegaLite {

  private static final int MOST_ROWS = 5_000;

  private VegaLite() {}

  /** Returns the specification, as maps and lists; empty for a chart that is not known here. */
  static Optional<Map<String, Object>> spec(Chart chart) {
    return switch (chart) {
      case BarChart bars -> Optional.of(bars(bars));
      case LineChart lines -> Optional.of(lines(lines));
      case SpeedupChart speedup -> Optional.of(lines(speedup.lines()));
      case Histogram histogram -> Optional.of(histogram(histogram));
      case TimelineChart timeline -> Optional.of(timeline(timeline));
      default -> Optional.empty();
    };
  }

  /** Returns an object with names and values in turn, in that order. */
  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  private static Map<String, Object> spec(String title, List<?> rows, Object... more) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
    spec.put("title", title);
    spec.put("width", 480);
    spec.put("data", object("values", rows));
    spec.putAll(object(more));
    return spec;
  }

  private static Map<String, Object> field(String name, String type, String title) {
    return object("field", name, "type", type, "title", title);
  }

  /** A field of names in the order of the data, which an empty list of names says. */
  private static Map<String, Object> asGiven(String name, String title) {
    Map<String, Object> field = field(name, "nominal", title);
    field.put("sort", List.of());
    return field;
  }

  private static List<Object> zoom(String... channels) {
    return List.of(
        object(
            "name",
            "zoom",
            "select",
            object("type", "interval", "encodings", List.of(channels)),
            "bind",
            "scales"));
  }

  private static Map<String, Object> bars(BarChart chart) {
    Unit unit = chart.shownUnit();
    List<Object> rows = new ArrayList<>();
    for (BarChart.Bar bar : chart.bars()) {
      rows.add(
          object(
              "name", bar.name(),
              "value", unit.of(bar.value()),
              "low", unit.of(bar.low()),
              "high", unit.of(bar.high())));
    }
    Map<String, Object> value = field("value", "quantitative", unit.label(""));
    Map<String, Object> low = field("low", "quantitative", unit.label(""));
    Map<String, Object> name = asGiven("name", "");
    return spec(
        chart.title(),
        rows,
        "layer",
        List.of(
            object(
                "mark",
                object(
                    "type",
                    "bar",
                    "tooltip",
                    object("content", "data"),
                    "color",
                    Palette.series(0)),
                "encoding",
                object("y", name, "x", value)),
            object(
                "mark",
                object("type", "rule", "color", Palette.INK),
                "encoding",
                object("y", name, "x", low, "x2", object("field", "high")))));
  }

  private static Map<String, Object> lines(LineChart chart) {
    List<Object> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> colours = new ArrayList<>();
    for (LineChart.Series series : chart.series()) {
      colours.add(Palette.series(names.size()));
      names.add(series.name());
      int each = Math.max(1, Math.ceilDiv(series.points().size(), MOST_ROWS));
      for (int i = 0; i < series.points().size(); i += each) {
        LineChart.Point point = series.points().get(i);
        rows.add(object("line", series.name(), "x", point.x(), "y", point.y()));
      }
    }
    Map<String, Object> colour = field("line", "nominal", "");
    colour.put("scale", object("domain", names, "range", colours));
    return spec(
        chart.title(),
        rows,
        "params",
        zoom("x", "y"),
        "mark",
        object("type", "line", "point", true, "tooltip", object("content", "data")),
        "encoding",
        object(
            "x", field("x", "quantitative", chart.xLabel()),
            "y", field("y", "quantitative", chart.yLabel()),
            "color", colour));
  }

  private static Map<String, Object> histogram(Histogram chart) {
    Unit unit = chart.shownUnit();
    Bins bins = Bins.of(chart.values());
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < bins.counts().length; i++) {
      rows.add(
          object(
              "from", unit.of(bins.edges()[i]),
              "to", unit.of(bins.edges()[i + 1]),
              "count", bins.counts()[i]));
    }
    Map<String, Object> x = field("from", "quantitative", unit.label("value"));
    x.put("bin", object("binned", true));
    if (bins.logarithmic()) {
      x.put("scale", object("type", "log"));
    }
    return spec(
        chart.title(),
        rows,
        "mark",
        object("type", "bar", "tooltip", object("content", "data"), "color", Palette.series(0)),
        "encoding",
        object("x", x, "x2", object("field", "to"), "y", field("count", "quantitative", "count")));
  }

  private static Map<String, Object> timeline(TimelineChart chart) {
    Unit unit = chart.unit();
    List<Lane> lanes = Folding.lanes(chart);
    double thinnest = (double) chart.length() / chart.view().width();
    List<List<Span>> shown = VisibleSpans.of(lanes, thinnest, MOST_ROWS);
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      String group = lanes.get(i).group();
      String name = (group.isEmpty() ? "" : group + ": ") + lanes.get(i).name();
      for (Span span : shown.get(i)) {
        rows.add(
            object(
                "thread", name,
                "state", span.state().label(),
                "from", unit.of((double) span.start()),
                "to", unit.of((double) span.end()),
                "what", span.detail()));
      }
    }
    Map<String, Object> colour = field("state", "nominal", "");
    List<State> states = List.of(State.values());
    colour.put(
        "scale",
        object(
            "domain", states.stream().map(State::label).toList(),
            "range", states.stream().map(Hatching::colour).toList()));
    return spec(
        chart.title(),
        rows,
        "params",
        zoom("x"),
        "mark",
        object("type", "bar", "tooltip", object("content", "data"), "clip", true),
        "encoding",
        object(
            "y", asGiven("thread", ""),
            "x", field("from", "quantitative", unit.name()),
            "x2", object("field", "to"),
            "color", colour));
  }
}
