package dev.weft.worker.render;

import dev.weft.display.DisplayData;
import dev.weft.worker.guard.Guarded;
import java.util.Map;
import java.util.Optional;

/**
 * How values of well-known types are shown that have nothing to do with this kernel: images, and
 * charts and tables of libraries on the user's class path, found by the names of their classes.
 */
final class Adapters {

  /** Shows a value of one type. */
  interface Adapter {
    DisplayData render(Object value) throws Exception;
  }

  private static final String IMAGE = "java.awt.image.RenderedImage";

  private static final Map<String, Adapter> BY_NAME =
      Map.of(
          IMAGE,
          image -> DisplayData.png(ImageRenderer.encode(image, "png")),
          "org.knowm.xchart.internal.chartpart.Chart",
          Charts::ofXchart,
          "org.jfree.chart.JFreeChart",
          Charts::ofJfreeChart,
          "smile.plot.swing.Canvas",
          Charts::ofSmile,
          "smile.plot.swing.Figure",
          Charts::ofSmile,
          "smile.plot.swing.Plot",
          Charts::ofSmilePlot,
          "org.jetbrains.letsPlot.Figure",
          Charts::ofLetsPlot,
          "tech.tablesaw.table.Relation",
          DataFrames::ofTablesaw,
          "smile.data.DataFrame",
          DataFrames::ofSmile);

  private final ClassValue<Optional<Adapter>> byClass =
      new ClassValue<>() {
        @Override
        protected Optional<Adapter> computeValue(Class<?> type) {
          return Types.findByName(type, BY_NAME);
        }
      };

  /** Returns what to show of a value of a well-known type; empty for others. */
  Optional<DisplayData> render(Object value) {
    Optional<Adapter> adapter = byClass.get(value.getClass());
    if (adapter.isEmpty()) {
      return Optional.empty();
    }
    DisplayData[] result = new DisplayData[1];
    String problem = Guarded.problem(() -> result[0] = adapter.get().render(value));
    if (problem != null) {
      System.err.println(
          "The "
              + value.getClass().getName()
              + " is shown as text, as drawing it threw "
              + problem);
    }
    return Optional.ofNullable(result[0]);
  }

  /** Found by name, so that java.desktop is not loaded, and may be absent, where nobody uses it. */
  static boolean isImage(Object value) {
    return Types.findByName(value.getClass(), Map.of(IMAGE, true)).isPresent();
  }
}
