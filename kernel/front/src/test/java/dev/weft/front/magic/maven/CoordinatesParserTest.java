package dev.weft.front.magic.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g.x:a:1.0 | g.x | a | jar | '' | 1.0",
        "g:a:pom:1 | g | a | pom | '' | 1",
        "g:a:jar:linux:1 | g | a | jar | linux | 1",
        "g:a::1 | g | a | jar | '' | 1",
        "g:a::tests:1 | g | a | jar | tests | 1",
        "g:a | g | a | jar | '' | ''",
        "g:a:[1,2) | g | a | jar | '' | [1,2)",
        "g:a:RELEASE | g | a | jar | '' | RELEASE",
        "g:a_2.13:1.0-SNAPSHOT | g | a_2.13 | jar | '' | 1.0-SNAPSHOT",
        "g#a;1.0 | g | a | jar | '' | 1.0",
        "g#a#main;1.0 | g | a | jar | '' | 1.0",
        "g#a | g | a | jar | '' | ''",
        "g#a;latest.release | g | a | jar | '' | RELEASE",
        "g#a;latest.integration | g | a | jar | '' | LATEST",
        "g#a;1.2.+ | g | a | jar | '' | [1.2,1.3-alpha)",
        "g#a;[1.0,2.0[ | g | a | jar | '' | [1.0,2.0)",
        "g#a;]1.0,2.0] | g | a | jar | '' | (1.0,2.0]",
      })
  void bothStylesAreRead(
      String text, String group, String artifact, String type, String classifier, String version)
      throws Exception {
    assertEquals(
        new Coordinates(group, artifact, type, classifier, version), CoordinatesParser.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "guava",
        "g:",
        ":a:1",
        "g:a:b:c:d:e",
        "g a:b:1",
        "g:a:1 2",
        "#a;1",
        "g#",
        "g:a/b:1"
      })
  void whatIsNoneIsNamed(String text) {
    var thrown = assertThrows(DependencyException.class, () -> CoordinatesParser.parse(text));
    assertTrue(thrown.text().contains("'" + text + "'"), thrown.text());
    assertEquals(1, thrown.text().lines().count());
  }

  @Test
  void theyAreWrittenAsTheyAreRead() throws Exception {
    for (String text : new String[] {"g:a:1", "g:a:pom:1", "g:a:jar:x:1", "g:a"}) {
      assertEquals(text, CoordinatesParser.parse(text).toString());
    }
  }
}
