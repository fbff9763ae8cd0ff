package dev.weft.front.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "a*c, abbc, true",
    "a*c, abbcd, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "x.y, xzy, false",
    "[ab]1, b1, true",
    "[a-c]1, b1, true",
    "[!a-c]1, b1, false",
    "[^a-c]1, d1, true",
    "[]]x, ]x, true",
    "[, [, true",
    "a[b, a[b, true",
    "[z-a], [z-a], true",
    "f(x), f(x), true",
    "\\Q*, \\Qa, true"
  })
  void matchesAsFileNamesAreMatched(String glob, String text, boolean matches) {
    assertEquals(matches, Glob.of(glob).test(text));
  }
}
