package dev.weft.install.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.weft.runner.handout.Chapter;
import dev.weft.runner.handout.Handout;
import dev.weft.runner.handout.ReadingOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The workshop's handouts in a browser: nothing is loaded from elsewhere, all charts are drawn, a
 * phone need not scroll sideways. Pictures of all pages stay in target/screenshots/handout.
 */
@WithJupyter(browser = true)
class HandoutIT {
  private static final int DESK = 820;
  private static final int PHONE = 390;

  /** Of these a picture is kept as a phone shows them, too. */
  private static final Set<String> PICTURED = Set.of("06-5-process-pool", "index");

  /** Charts that are not drawn. */
  private static final String NOT_DRAWN =
      "[...document.images].filter(i => !i.complete || i.naturalWidth === 0).length";

  private static final String SIDEWAYS = "document.documentElement.scrollWidth - innerWidth";

  /** Links within the page that lead nowhere. */
  private static final String DEAD_LINKS =
      "[...document.querySelectorAll('a[href^=\"#\"]')]"
          + ".map(a => a.getAttribute('href').slice(1))"
          + ".filter(name => !document.getElementById(name)).join()";

  private final Path pictures = Jupyter.root().resolve("install/target/screenshots/handout");

  @Test
  void pagesAreWholeOnDeskAndPhone() throws Exception {
    Files.createDirectories(pictures);
    List<Chapter> chapters = chapters();
    Handout handout = new Handout(chapters);
    try (LabBrowser browser = LabBrowser.open();
        BrowserContext desk = context(browser.browser(), DESK, ColorScheme.LIGHT);
        BrowserContext phone = context(browser.browser(), PHONE, ColorScheme.DARK)) {
      for (int i = 0; i < chapters.size(); i++) {
        String name = chapters.get(i).name();
        Path file = pictures.resolve(name + ".html");
        Files.writeString(file, handout.page(i));
        look(desk, file, true);
        look(phone, file, PICTURED.contains(name));
      }
    }
  }

  @Test
  void theBookIsWholeAndCanBePrinted() throws Exception {
    Files.createDirectories(pictures);
    Path file = pictures.resolve("book.html");
    Files.writeString(file, new Handout(chapters()).book("The workshop"));
    try (LabBrowser browser = LabBrowser.open();
        BrowserContext context = context(browser.browser(), DESK, ColorScheme.LIGHT);
        Page page = opened(context, file)) {
      assertEquals("", page.evaluate(DEAD_LINKS));
      byte[] paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setFormat("A4"));
      Files.write(pictures.resolve("book.pdf"), paper);
      assertTrue(paper.length > 100_000, "a book of " + paper.length + " bytes");
    }
  }

  private static List<Chapter> chapters() throws Exception {
    List<Chapter> chapters = new ArrayList<>();
    for (Path notebook : Jupyter.notebooks().toList()) {
      chapters.add(Chapter.read(notebook));
    }
    return ReadingOrder.of(chapters);
  }

  private static BrowserContext context(Browser browser, int width, ColorScheme colours) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours));
  }

  private void look(BrowserContext context, Path file, boolean isPictured) {
    try (Page page = opened(context, file)) {
      int width = page.viewportSize().width;
      assertEquals(0, page.evaluate(SIDEWAYS), () -> file + " is wider than " + width);
      if (isPictured) {
        String name = file.getFileName().toString().replace(".html", "-" + width + ".png");
        page.screenshot(
            new Page.ScreenshotOptions().setFullPage(true).setPath(pictures.resolve(name)));
      }
    }
  }

  private static Page opened(BrowserContext context, Path file) {
    Page page = context.newPage();
    List<String> elsewhere = new ArrayList<>();
    page.onRequest(
        request -> {
          if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
            elsewhere.add(request.url());
          }
        });
    page.navigate(file.toUri().toString());
    assertEquals(List.of(), elsewhere, file::toString);
    assertEquals(0, page.evaluate(NOT_DRAWN), () -> "charts are not drawn in " + file);
    return page;
  }
}
