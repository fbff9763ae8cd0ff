package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** A notebook in JupyterLab, used as a person uses it. */
final class LabPage {
  private static final double LIMIT_MILLIS = 120_000;

  private final Page page;
  private final Path screenshots;

  private LabPage(Page page, Path screenshots) {
    this.page = page;
    this.screenshots = screenshots;
  }

  /** Opens a notebook and waits until its kernel is idle. */
  static LabPage open(Page page, String address, Path screenshots) {
    page.setDefaultTimeout(LIMIT_MILLIS);
    page.navigate(address);
    LabPage lab = new LabPage(page, screenshots);
    lab.awaitStatus("idle");
    return lab;
  }

  /** Runs every cell by the menu. */
  void runAll() {
    menu("Run", "Run All Cells");
  }

  /** Restarts the kernel by the menu, and confirms. */
  void restart() {
    menu("Kernel", "Restart Kernel…");
    page.locator(".jp-Dialog .jp-mod-accept").click();
    assertThat(page.locator(".jp-Dialog")).hasCount(0);
    awaitStatus("idle");
  }

  /** Presses the button that interrupts the kernel. */
  void stop() {
    page.locator("jp-button[data-command='notebook:interrupt-kernel']").click();
  }

  /** Appends a cell with this code, runs it and returns it; does not wait for its end. */
  Locator run(String code) {
    menu("Edit", "Select All Cells");
    page.locator("button[data-command='notebook:insert-cell-below']").click();
    Locator cell = cells().last();
    cell.locator(".cm-content").fill(code);
    page.keyboard().press("Control+Enter");
    return cell;
  }

  /** Returns all cells. */
  Locator cells() {
    return page.locator(".jp-Notebook .jp-Cell");
  }

  /** Waits until the kernel has this status, such as {@code idle} or {@code busy}. */
  void awaitStatus(String status) {
    assertThat(page.locator(".jp-Notebook-ExecutionIndicator"))
        .hasAttribute("data-status", status, new HasAttributeOptions().setTimeout(LIMIT_MILLIS));
  }

  /** Keeps a picture of the window. */
  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
  }

  private void menu(String menu, String item) {
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(menu).setExact(true))
        .click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).first().click();
  }
}
