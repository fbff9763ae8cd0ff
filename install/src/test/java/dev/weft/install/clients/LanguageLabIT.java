package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completions and help of Java in JupyterLab, in both themes. */
@WithJupyter(browser = true)
class LanguageLabIT {

  private final Lab lab;

  LanguageLabIT(Lab lab) {
    this.lab = lab;
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void tabProposesAndShiftTabExplains(String theme) throws IOException {
    try (LabPage page = lab.open("help-" + theme)) {
      page.theme(theme);
      page.awaitEnd(page.run("List<String> names = List.of(\"Ada\", \"Grace\");"));
      Locator cell = page.type("names.strea");
      Locator box = page.complete();
      assertThat(box).containsText("stream()");
      page.picture("completion-" + theme);
      page.press("Enter");
      assertThat(cell.locator(".cm-content")).containsText("names.stream()");

      page.type("\"Ada\".substring");
      Locator help = page.inspect();
      assertThat(help).containsText("String.substring(int beginIndex");
      assertThat(help).containsText("String");
      page.picture("inspection-" + theme);
      page.press("Escape");
      assertThat(help).hasCount(0);
    }
  }
}
