package dev.weft.install.clients;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import dev.weft.testkit.environment.Chromium;
import dev.weft.testkit.environment.MissingToolException;
import java.util.List;
import java.util.Map;

/** Chromium without a window. */
record LabBrowser(Playwright playwright, Browser browser) implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Starts the browser of this machine; nothing is downloaded. */
  static LabBrowser open() throws MissingToolException {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options = new LaunchOptions().setExecutablePath(Chromium.find()).setArgs(QUIET);
    return new LabBrowser(playwright, playwright.chromium().launch(options));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
