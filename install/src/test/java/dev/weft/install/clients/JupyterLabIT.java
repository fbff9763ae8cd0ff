package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

  @Test
  void workshopNotebookRuns() throws IOException {
    Path notebook =
        Jupyter.notebooks()
            .filter(n -> n.getFileName().toString().startsWith("06-1"))
            .findFirst()
            .orElseThrow();
    try (LabPage page = lab.open(notebook, "workshop")) {
      assertTrue(page.codeCells().count() > 0);
      page.runAll();
      assertThat(LabPage.output(page.codeCells().last())).containsText("Right");
      assertThat(page.errors()).hasCount(0);
      page.showBeginning();
    }
  }
}
