package dev.weft.chart;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.display.MimeType;
import java.util.Map;
import java.util.Optional;

/** A chart that a client draws by itself where it knows how to, and as it is elsewhere. */
record InteractiveChart(Chart chart) implements Displayable {

  @Override
  public DisplayData toDisplayData() {
    DisplayData still = chart.toDisplayData();
    Optional<Map<String, Object>> spec = VegaLite.spec(chart);
    if (spec.isEmpty()) {
      return still;
    }
    String json = DisplayData.vegaLite(spec.get()).data().get(MimeType.VEGA_LITE);
    return json == null ? still : still.with(MimeType.VEGA_LITE, json);
  }

  @Override
  public String toString() {
    return chart.toText();
  }
}
