package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values shown by a real worker, with other libraries on the user's class path. */
class RenderIT {

  private static final Path CHARTS = Path.of("target/charts").toAbsolutePath();

  @TempDir private Path folder;
  private WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    worker = WorkerClient.start("-Djava.awt.headless=true");
  }

  @AfterEach
  void end() throws IOException {
    worker.close();
  }

  private void addJars(String... prefixes) throws IOException {
    try (Stream<Path> files = Files.list(CHARTS)) {
      List<Path> jars =
          files
              .filter(
                  file -> Stream.of(prefixes).anyMatch(file.getFileName().toString()::startsWith))
              .sorted()
              .toList();
      assertTrue(jars.size() >= prefixes.length, jars::toString);
      worker.addToClassPath(jars);
    }
  }

  private void assertPng(Map<String, String> shown) {
    String errors = worker.text(worker.lastCell(), StreamName.STDERR);
    assertTrue(
        shown.getOrDefault("image/png", "none").startsWith("iVBOR"), shown.keySet() + errors);
    assertTrue(shown.containsKey("text/plain"));
  }

  @Test
  void xchartIsPng() throws IOException {
    addJars("xchart");
    assertPng(
        worker.shown(
            "var chart = new org.knowm.xchart.XYChart(300, 200);"
                + "chart.addSeries(\"a\", new double[] {1, 2}, new double[] {3, 4});"
                + "return chart;"));
  }

  @Test
  void jfreeChartIsPng() throws IOException {
    addJars("jfreechart");
    assertPng(
        worker.shown(
            "var data = new org.jfree.data.category.DefaultCategoryDataset();data.addValue(1,"
                + " \"r\", \"c\");return org.jfree.chart.ChartFactory.createBarChart(\"t\", \"x\","
                + " \"y\", data);"));
  }

  @Test
  void tablesawIsTable() throws IOException {
    addJars(
        "tablesaw", "fastutil", "Roaring", "shims", "guava", "classgraph", "univocity", "slf4j");
    Map<String, String> shown =
        worker.shown(
            "return tech.tablesaw.api.Table.create(\"People\","
                + " tech.tablesaw.api.IntColumn.create(\"<b>\", 3, 41),"
                + " tech.tablesaw.api.DoubleColumn.create(\"height\", 1.5, Double.NaN));");
    assertEquals("People\n   <b>  height\n0    3     1.5\n1   41    null", shown.get("text/plain"));
    assertTrue(shown.getOrDefault("text/html", "none").contains("&lt;b&gt;"));
  }

  @Test
  void smileIsTableAndPng() throws IOException {
    addJars("smile-base", "smile-plot", "slf4j", "commons-csv");
    Map<String, String> shown =
        worker.shown(
            "return smile.data.DataFrame.of(new double[][] {{1, 2}, {3, 4}}, \"x\", \"y\");");
    assertEquals("     x    y\n0  1.0  2.0\n1  3.0  4.0", shown.get("text/plain"));
    assertPng(
        worker.shown("return smile.plot.swing.LinePlot.of(new double[][] {{0, 1}, {1, 2}});"));
  }

  @Test
  void letsPlotIsSvg() throws IOException {
    addJars("lets-plot", "commons-jvm", "datamodel", "plot-", "kotlin", "slf4j");
    Map<String, String> shown =
        worker.shown(
            "var plot = new org.jetbrains.letsPlot.intern.Plot(Map.of(\"x\", List.of(1, 2), \"y\","
                + " List.of(3, 4)), new org.jetbrains.letsPlot.intern.Options(Map.of(\"x\", \"x\","
                + " \"y\", \"y\")), List.of(), null);return plot.plus(new"
                + " org.jetbrains.letsPlot.geom.geomPoint());");
    String errors = worker.text(worker.lastCell(), StreamName.STDERR);
    assertTrue(shown.getOrDefault("image/svg+xml", "none").startsWith("<svg"), shown + errors);
  }

  @Test
  void jarsBringRenderers() throws IOException {
    Path jar = folder.resolve("money.jar");
    String source =
        "package money; import dev.weft.display.*;"
            + "public class Shop implements Renderer<StringBuilder> {"
            + " public Class<StringBuilder> type() { return StringBuilder.class; }"
            + " public DisplayData render(StringBuilder b) {"
            + "   return DisplayData.html(\"<b>\" + b + \"</b>\"); } }";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new JarEntry("META-INF/services/dev.weft.display.Renderer"));
      zip.write("money.Shop\nmoney.Missing\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (var each : SnippetCompiler.compile("money.Shop", source)) {
        zip.putNextEntry(new JarEntry(each.name().replace('.', '/') + ".class"));
        zip.write(each.bytes());
      }
    }
    String cell = "return new StringBuilder(\"5\");";
    assertFalse(worker.shown(cell).containsKey("text/html"));
    worker.addToClassPath(List.of(jar));
    assertEquals("<b>5</b>", worker.shown(cell).get("text/html"));
    assertTrue(worker.text(worker.lastCell(), StreamName.STDERR).contains("money.Missing"));
  }

  @Test
  void renderersOfCellsAreUsedAndTheirFailureTold() throws IOException {
    assertEquals(
        "<i>7</i>",
        worker
            .shown(
                "dev.weft.display.Renderers.register(Integer.class,"
                    + " i -> dev.weft.display.DisplayData.html(\"<i>\" + i + \"</i>\"));"
                    + "return 7;")
            .get("text/html"));
    assertEquals(
        Map.of("text/plain", "8"),
        worker.shown(
            "dev.weft.display.Renderers.register(Integer.class,"
                + " i -> { throw new IllegalStateException(\"no\"); });"
                + "return 8;"));
    assertEquals(
        "The renderer for java.lang.Integer threw java.lang.IllegalStateException: no.\n",
        worker.text(worker.lastCell(), StreamName.STDERR));
  }

  @Test
  void textThatNeverEndsIsStopped() throws IOException {
    long cell =
        worker.begin(
            "return List.of(new Object() { public String toString() {"
                + " System.out.println(\"begun\"); while (true) { Thread.onSpinWait(); } } });");
    worker.awaitText(cell, "begun");
    worker.send(new Command.Stop(cell));
    assertInstanceOf(RunOutcome.Stopped.class, worker.outcome(cell));
    assertEquals("1", worker.value("return 1;"));
  }

  @Test
  void handlesUpdateFromAnyThread() throws IOException {
    worker.run(
        "var handle = dev.weft.display.DisplayHandle.show(\"a\"); handle.showAgain();"
            + "Thread.ofVirtual().start(() -> handle.update(\"b\")).join(); return null;");
    List<Event.Displayed> shown =
        worker.seen().stream()
            .filter(Event.Displayed.class::isInstance)
            .map(Event.Displayed.class::cast)
            .toList();
    assertEquals(List.of(false, false, true), shown.stream().map(Event.Displayed::update).toList());
    assertEquals(1, shown.stream().map(Event.Displayed::id).distinct().count());
    assertEquals("b", shown.getLast().data().data().get("text/plain"));
  }

  @Test
  void formatsAreMadeOnRequest() throws IOException {
    worker.run(
        "dev.weft.display.Display.display(new java.awt.image.BufferedImage(2, 2,"
            + " java.awt.image.BufferedImage.TYPE_INT_ARGB), \"image/jpeg\");"
            + "dev.weft.display.Display.display(new byte[] {1, 2}, \"image/png\");"
            + "dev.weft.display.Display.display(Map.of(\"a\", 1), \"application/json\");"
            + "return null;");
    List<Map<String, String>> shown =
        worker.seen().stream()
            .filter(Event.Displayed.class::isInstance)
            .map(event -> ((Event.Displayed) event).data().data())
            .toList();
    assertTrue(shown.get(0).getOrDefault("image/jpeg", "none").startsWith("/9j/"));
    assertEquals(Map.of("image/png", "AQI="), shown.get(1));
    assertEquals(Map.of("application/json", "{\"a\":1}"), shown.get(2));
  }
}
