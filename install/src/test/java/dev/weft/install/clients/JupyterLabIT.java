package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's first minutes with a notebook in JupyterLab; pictures stay in target/screenshots. */
@WithJupyter(browser = true)
class JupyterLabIT {
  private final Lab lab;

  JupyterLabIT(Lab lab) {
    this.lab = lab;
  }

  @Test
  void cellsRunAndShowTheirOutput() throws IOException {
    try (LabPage page = lab.open("run-all")) {
      page.runAll();
      Locator cells = page.codeCells();
      assertThat(cells).hasCount(2);
      assertThat(LabPage.output(cells.nth(0))).hasText("hello from 5 threads");
      assertThat(LabPage.output(cells.nth(1))).containsText("500");
    }
  }

  @Test
  void restartForgetsVariablesAndRunsAgain() throws IOException {
    try (LabPage page = lab.open("restart")) {
      page.awaitEnd(page.run("int kept = 1;"));
      page.restart();
      assertThat(page.awaitEnd(page.run("kept"))).containsText("kept");
      assertThat(page.errors()).hasCount(1);
      assertThat(page.awaitEnd(page.run("20 + 22"))).containsText("42");
    }
  }

  @Test
  void interruptEndsAnEndlessLoopAndKeepsVariables() throws IOException {
    try (LabPage page = lab.open("interrupt")) {
      page.awaitEnd(page.run("int kept = 7;"));
      Locator endless =
          page.run("System.out.println(\"started\");\nwhile (true) Thread.onSpinWait();");
      assertThat(LabPage.output(endless)).containsText("started");
      page.interrupt();
      page.awaitEnd(endless);
      assertThat(page.errors()).hasCount(1);
      assertThat(page.awaitEnd(page.run("kept * 6"))).containsText("42");
    }
  }

  /** Five pages of the workshop where the build runs all notebooks, one elsewhere. */
  static Stream<Path> pages() throws IOException {
    boolean all = "*".equals(System.getenv("WEFT_NOTEBOOKS"));
    List<String> shown = all ? List.of("04-1", "06-1", "06-5", "07-1", "09-3") : List.of("06-1");
    return Jupyter.notebooks()
        .filter(n -> shown.contains(n.getFileName().toString().substring(0, 4)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void workshopNotebookRunsAndShowsItsCharts(Path notebook) throws IOException {
    String name = notebook.getFileName().toString().replace(".ipynb", "");
    int stored = Files.readString(notebook).split("\"image/svg\\+xml\": ", -1).length - 1;
    assertTrue(stored > 0, name);
    try (LabPage page = lab.open(notebook, name)) {
      page.runAll();
      assertThat(page.errors()).hasCount(0);
      assertThat(page.charts()).hasCount(stored);
      for (Locator chart : page.charts().all()) {
        chart.scrollIntoViewIfNeeded();
        assertThat(chart).isVisible();
        assertTrue(chart.boundingBox().width > 200, name);
      }
      page.showBeginning();
    }
  }
}
