package dev.weft.install.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How Java looks in JupyterLab in both themes: completions, help, tables, errors with hints. */
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
      assertThat(box).containsText("Stream<String>");
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

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void tablesAndProgressAreShown(String theme) throws IOException {
    try (LabPage page = lab.openTall("values-" + theme)) {
      page.theme(theme);
      Locator people =
          page.awaitEnd(
              page.run(
                  """
                  record Person(String name, int age, List<String> tags) {}
                  List.of(new Person("Ada", 36, List.of("maths")), new Person("Grace", 85, List.of()))
                  """));
      assertThat(people.locator("th")).hasText(new String[] {"", "name", "age", "tags"});
      Locator map = page.awaitEnd(page.run("new TreeMap<>(Map.of(\"one\", 1.5, \"two\", 2.25))"));
      assertThat(map.locator("td")).containsText(new String[] {"1.5", "2.25"});
      page.awaitEnd(page.run("int[][] grid = {{1, 2, 3}, {40, 50, 60}};\ngrid"));
      page.awaitEnd(page.run("record Point(int x, double y) {}\nnew Point(3, 4.5)"));
      page.awaitEnd(page.run("Thread.ofPlatform().name(\"reader\").unstarted(() -> {})"));
      Locator progress =
          page.awaitEnd(
              page.run("for (int i : Progress.over(List.of(1, 2, 3))) Thread.sleep(100);"));
      assertThat(progress).containsText("3");
      page.awaitEnd(page.run("%whos"));
      assertThat(page.errors()).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void errorsPointAtThePlaceAndHint(String theme) throws IOException {
    try (LabPage page = lab.openTall("errors-" + theme)) {
      page.theme(theme);
      Locator missing = page.awaitEnd(page.run("int total = 3;\ntotl + 1"));
      assertThat(missing).containsText("^~~~");
      assertThat(missing).containsText("hint:");
      Locator thrown =
          page.awaitEnd(
              page.run(
                  """
                  int third(int[] numbers) {
                    return numbers[3];
                  }
                  third(new int[3])
                  """));
      assertThat(thrown).containsText("ArrayIndexOutOfBoundsException");
      assertThat(thrown).containsText("^");
      page.awaitEnd(page.run("String s = \"a\";\nif (s == \"a\") System.out.println(\"same\");"));
      page.awaitEnd(page.run("Files.readString(Path.of(\"none.txt\"));"));
      page.awaitEnd(page.run("int early() { return later() + 1; }"));
      page.awaitEnd(
          page.run(
              """
              Thread.ofPlatform().name("worker").start(() -> {
                throw new IllegalStateException("in a thread", new IOException("disk"));
              }).join();
              """));
      page.awaitEnd(page.run("%whoos"));
      assertTrue(page.errors().count() >= 3);
    }
  }
}
