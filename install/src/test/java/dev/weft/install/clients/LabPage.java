package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A notebook in JupyterLab, used as a person uses it. */
final class LabPage implements AutoCloseable {
  private static final double LIMIT_MILLIS = 180_000;
  private static final Pattern IDLE = Pattern.compile("\\| Idle$");
  private static final Pattern COUNTED = Pattern.compile("\\[\\d+]:");

  private static final String UNFOLDED_CODE =
      ".jp-Notebook .jp-CodeCell:not(:has(.jp-Placeholder))";

  private final Page page;
  private final Path picture;

  /**
   * Takes a window of the browser.
   *
   * @param picture where to keep a picture of it when it is closed
   */
  LabPage(Page page, Path picture) {
    this.page = page;
    this.picture = picture;
    page.setDefaultTimeout(LIMIT_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
  }

  /** Opens a notebook and waits until its kernel is idle. */
  LabPage open(String address) {
    page.navigate(address);
    awaitIdle();
    return this;
  }

  /** Runs all cells by the menu, and waits for the end of each; a folded one has no prompt. */
  void runAll() {
    menu("Run", "Run All Cells");
    for (Locator cell : page.locator(UNFOLDED_CODE).all()) {
      awaitEnd(cell);
    }
    awaitIdle();
  }

  /** Shows the beginning of the notebook, for the picture. */
  void showBeginning() {
    page.locator(".jp-Notebook .jp-Cell").first().scrollIntoViewIfNeeded();
  }

  /** Restarts the kernel by its button, confirms, and waits until it is idle again. */
  void restart() {
    button("notebook:restart-kernel").click();
    page.locator(".jp-Dialog .jp-mod-accept").click();
    assertThat(page.locator(".jp-Dialog")).hasCount(0);
    awaitIdle();
  }

  /** Presses the button that interrupts the kernel. */
  void interrupt() {
    button("notebook:interrupt-kernel").click();
  }

  /** Appends a cell with this code and runs it; does not wait for its end. */
  Locator run(String code) {
    Locator cell = type(code);
    page.keyboard().press("Control+Enter");
    return cell;
  }

  /** Appends a cell with code in which the cursor stays behind the last letter; does not run it. */
  Locator type(String code) {
    int before = codeCells().count();
    codeCells().last().locator(".jp-InputPrompt").click();
    button("notebook:insert-cell-below").click();
    assertThat(codeCells()).hasCount(before + 1);
    Locator cell = codeCells().nth(before);
    cell.locator(".cm-content").fill(code);
    page.keyboard().press("Control+End");
    return cell;
  }

  /** Presses Tab for completions, and returns the box with them. */
  Locator complete() {
    page.keyboard().press("Tab");
    Locator box = page.locator(".jp-Completer");
    assertThat(box).isVisible();
    return box;
  }

  /** Presses Shift-Tab for help, and returns the box with it. */
  Locator inspect() {
    page.keyboard().press("Shift+Tab");
    Locator box = page.locator(".jp-Tooltip");
    assertThat(box).isVisible();
    return box;
  }

  /** Keeps a picture of the window as it is now. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(picture.resolveSibling(name + ".png")));
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  /** Waits until a cell has run, and returns its output area. */
  Locator awaitEnd(Locator cell) {
    assertThat(cell.locator(".jp-InputPrompt")).hasText(COUNTED);
    return output(cell);
  }

  /** Chooses JupyterLab's light or dark theme by its menu. */
  void theme(String name) {
    boolean dark = name.equals("dark");
    menu("Settings");
    menuLabel("Theme").hover();
    menuLabel(dark ? "JupyterLab Dark" : "JupyterLab Light").click();
    assertThat(page.locator("body[data-jp-theme-light='" + !dark + "']")).hasCount(1);
  }

  /** Returns the cells that hold code. */
  Locator codeCells() {
    return page.locator(".jp-Notebook .jp-CodeCell");
  }

  /** Returns a cell's output area. */
  static Locator output(Locator cell) {
    return cell.locator(".jp-Cell-outputArea");
  }

  /** Returns the outputs of the notebook that are errors. */
  Locator errors() {
    return page.locator(".jp-Notebook [data-mime-type='application/vnd.jupyter.stderr']");
  }

  /** Returns the drawings among the notebook's outputs. */
  Locator charts() {
    return page.locator(".jp-Notebook [data-mime-type='image/svg+xml'] img");
  }

  @Override
  public void close() {
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    page.close();
  }

  private void awaitIdle() {
    assertThat(page.locator("#jp-main-statusbar").getByText(IDLE))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT_MILLIS));
  }

  private Locator button(String command) {
    return page.locator(".jp-NotebookPanel-toolbar [data-command='" + command + "']");
  }

  /** An item of an open menu that has no command of its own, or opens another menu. */
  private Locator menuLabel(String text) {
    return page.locator(".lm-Menu .lm-Menu-itemLabel")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$")));
  }

  private void menu(String... items) {
    for (String item : items) {
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item).setExact(true))
          .click();
    }
  }
}
