package dev.weft.chart;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A drawing of numbers that shows itself under a cell, always with the numbers as text.
 *
 * <p>Charts are immutable values: methods that look like setters return a changed copy. The same
 * chart gives the same bytes on every machine and in every locale. Safe for use by several threads.
 *
 * <pre>{@code
 * Chart chart = BarChart.titled("Time to finish", "s").bar("serial", 5.7).bar("threads", 1.9);
 * chart.toFile(Path.of("times.svg"));
 * chart
 * }</pre>
 */
public interface Chart extends Displayable {

  /** Returns the drawing as an SVG document, 600 pixels wide. */
  String toSvg();

  /** Returns a summary with the numbers, of several lines. */
  String toText();

  /** Returns the data as comma-separated values, with a line of column names first. */
  String toCsv();

  /** Returns the drawing and the summary, of which a notebook shows the drawing. */
  @Override
  default DisplayData toDisplayData() {
    return DisplayData.svg(toSvg()).with(DisplayData.TEXT, toText());
  }

  /**
   * Returns the same chart for clients that draw Vega-Lite, as JupyterLab does: it can be zoomed,
   * and shows values under the pointer. Others show it as it is here; the looks differ.
   */
  default Displayable interactive() {
    return new InteractiveChart(this);
  }

  /**
   * Writes the chart to a file in the format that the file's name ends in: {@code .svg}, {@code
   * .csv}, {@code .txt} or, in notebooks, {@code .png}; a file that is there is replaced.
   *
   * <p>PNG files are drawn by the kernel, twice as large as the chart says, on systems with fonts.
   *
   * @return the file
   * @throws IllegalArgumentException if the name ends in something else
   * @throws dev.weft.magic.KernelCallException if it is to be a PNG file and can't be drawn
   * @throws IOException if the file can't be written
   */
  default Path toFile(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (ending.equals("png")) {
      return PngFile.write(this, file);
    }
    String content =
        switch (ending) {
          case "svg" -> toSvg();
          case "csv" -> toCsv();
          case "txt" -> toText() + "\n";
          default ->
              throw new IllegalArgumentException(
                  "Can't write a chart to "
                      + file
                      + ": the name must end in .svg, .png, .csv or .txt");
        };
    return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
