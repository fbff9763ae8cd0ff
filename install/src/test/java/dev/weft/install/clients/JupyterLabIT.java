package dev.weft.install.clients;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import dev.weft.testkit.environment.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's first minutes with a notebook in JupyterLab. */
@WithJupyter(browser = true)
class JupyterLabIT {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir Path folder;

  @Test
  void placeholder(Jupyter jupyter) throws Exception {
    Path shots = Files.createDirectories(Jupyter.root().resolve("install/target/screenshots"));
    Files.copy(Jupyter.resource("/clients/sample.ipynb"), folder.resolve("sample.ipynb"));
    try (LabServer lab = LabServer.start(jupyter, folder, shots.resolveSibling("lab.log"));
        Playwright playwright = playwright();
        Browser browser = playwright.chromium().launch(headless())) {
      LabPage page = LabPage.open(browser.newPage(), lab.address("sample.ipynb"), shots);
      page.runAll();
      page.awaitStatus("idle");
      page.screenshot("run-all");
    }
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static LaunchOptions headless() throws Exception {
    return new LaunchOptions().setExecutablePath(Chromium.find()).setArgs(QUIET);
  }
}
