package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Widgets and input boxes in JupyterLab; pictures stay in target/screenshots. */
@WithJupyter(browser = true)
class WidgetsLabIT {
  private final Lab lab;

  WidgetsLabIT(Lab lab) {
    this.lab = lab;
  }

  @Test
  void aSliderMovedByKeysCallsJavaAndChangesALabel() throws IOException {
    try (LabPage page = lab.open("widget-slider")) {
      Locator cell =
          page.run(
              """
              import dev.weft.widget.*;
              var n = new IntSlider(0, 10, 3).description("n");
              var square = new Label("?");
              n.onChange(v -> { square.value("square " + v * v); System.out.println("moved " + v); });
              new VBox(n, square)
              """);
      Locator output = page.awaitEnd(cell);
      Locator handle = output.locator(".noUi-handle");
      assertThat(handle).isVisible();
      handle.focus();
      handle.press("ArrowRight");
      handle.press("ArrowRight");
      assertThat(output).containsText("square 25");
      assertThat(output).containsText("moved 5");
      assertThat(page.awaitEnd(page.run("n.value()"))).containsText("5");
      page.awaitEnd(page.run("n.value(9);"));
      assertThat(output).containsText("square 81");
      assertThat(output.locator(".widget-readout")).hasText("9");
    }
  }

  @Test
  void aButtonWorksWhileACellIsBusy() throws IOException {
    try (LabPage page = lab.open("widget-button")) {
      Locator cell =
          page.run(
              """
              import dev.weft.widget.*;
              var stop = new java.util.concurrent.atomic.AtomicBoolean();
              display(new Button("Stop").look(Look.DANGER).onClick(() -> stop.set(true)));
              while (!stop.get()) Thread.onSpinWait();
              System.out.println("stopped by hand");
              """);
      Locator button = LabPage.output(cell).locator("button.jupyter-button");
      assertThat(button).isVisible();
      button.click();
      assertThat(page.awaitEnd(cell)).containsText("stopped by hand");
      assertThat(page.errors()).hasCount(0);
    }
  }

  @Test
  void everyKindOfWidgetShowsItself() throws IOException {
    for (String theme : new String[] {"light", "dark"}) {
      try (LabPage page = lab.open("widgets-" + theme)) {
        page.theme(theme);
        Locator output =
            page.awaitEnd(page.run(Files.readString(Jupyter.resource("/clients/widgets.jsh"))));
        assertThat(output.locator(".jupyter-widgets .widget-slider")).hasCount(2);
        assertThat(output.locator("input[type=checkbox]")).hasCount(1);
        assertThat(output.locator("input[type=password]")).hasCount(1);
        assertThat(output.locator("select option")).hasText(new String[] {"red", "green", "blue"});
        assertThat(output.locator("input[type=radio]")).hasCount(3);
        assertThat(output.locator(".progress-bar")).hasCount(2);
        assertThat(output.locator("textarea")).hasValue("two\nlines");
        assertThat(output).containsText("printed into the output");
        assertThat(output).containsText("n² = 16");
        assertThat(output.getByText("Error displaying widget")).hasCount(0);
        output.scrollIntoViewIfNeeded();
      }
    }
  }

  @Test
  void theInputBoxAsksAndAnswers() throws IOException {
    try (LabPage page = lab.open("input")) {
      Locator cell = page.run("String name = IO.readln(\"Your name? \");\n\"Hello \" + name");
      Locator box = LabPage.output(cell).locator(".jp-Stdin-input");
      assertThat(box).isVisible();
      assertThat(LabPage.output(cell)).containsText("Your name?");
      box.fill("Zoë 😀");
      box.press("Enter");
      assertThat(page.awaitEnd(cell)).containsText("Hello Zoë 😀");
      Locator secret = page.run("Input.password(\"Token: \").length()");
      Locator hidden = LabPage.output(secret).locator("input[type=password]");
      hidden.fill("geheim");
      hidden.press("Enter");
      assertThat(page.awaitEnd(secret)).containsText("6");
      assertThat(LabPage.output(secret)).not().containsText("geheim");
    }
  }
}
