package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Charts in JupyterLab and on paper; pictures stay in target/screenshots. */
@WithJupyter(browser = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartsLabIT {
  private static final Path SAMPLE = Jupyter.resource("/clients/sample.ipynb");
  private static final Path DRAWN = Jupyter.resource("/clients/charts.ipynb");
  private static final String DRAWING = "[data-mime-type='image/svg+xml']";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private Path folder;
  private Path screenshots;
  private LabServer lab;
  private Browser browser;

  @BeforeAll
  void start(Jupyter jupyter, @TempDir Path root) throws Exception {
    folder = root;
    screenshots = Files.createDirectories(Jupyter.root().resolve("install/target/screenshots"));
    lab = opened(LabServer.start(jupyter, folder, screenshots.resolveSibling("charts-lab.log")));
    browser = opened(LabBrowser.open()).browser();
  }

  @AfterAll
  void stop() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  @Test
  void chartsAreDrawnInBothThemes() throws IOException {
    for (String theme : new String[] {"light", "dark"}) {
      try (LabPage page = page("charts-" + theme)) {
        page.open(address(SAMPLE, "charts-" + theme));
        page.theme(theme);
        Locator bars =
            page.run(
                "BarChart.titled(\"Time to finish\", \"s\").bar(\"serial\", 5.7)"
                    + ".bar(\"threads\", 1.9, 1.7, 2.4).interactive()");
        Locator timeline = page.run(Files.readString(Jupyter.resource("/clients/timeline.jsh")));
        assertThat(page.awaitEnd(timeline).locator(DRAWING)).isVisible();
        assertThat(page.awaitEnd(bars).locator(".vega-embed")).isVisible();
        LabPage.output(timeline).scrollIntoViewIfNeeded();
      }
    }
  }

  @Test
  void aNotebookThatIsNotTrustedShowsTheNumbers() throws IOException {
    try (LabPage page = page("charts-untrusted")) {
      page.open(address(DRAWN, "charts-untrusted"));
      Locator output = LabPage.output(page.codeCells().first());
      assertThat(output).containsText("worker-0");
      assertThat(output).containsText("waiting for a lock");
      assertThat(output.locator("script")).hasCount(0);
    }
  }

  @Test
  void nbconvertKeepsTheDrawing(Jupyter jupyter) throws Exception {
    jupyter
        .program("jupyter")
        .with("nbconvert", "--to", "html", DRAWN.toString())
        .with("--output-dir", folder.toString(), "--output", "charts.html")
        .run(Duration.ofMinutes(5))
        .success();
    Path file = folder.resolve("charts.html");
    try (Page page = browser.newPage()) {
      page.navigate(file.toUri().toString());
      assertThat(page.locator(".jp-RenderedSVG img, .jp-RenderedSVG svg").first()).isVisible();
      Path picture = screenshots.resolve("charts-nbconvert.png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }

  private LabPage page(String name) {
    return new LabPage(browser.newPage(), screenshots.resolve(name + ".png"));
  }

  private String address(Path notebook, String copy) throws IOException {
    Files.copy(notebook, folder.resolve(copy + ".ipynb"));
    return lab.address(copy + ".ipynb");
  }

  private <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }
}
