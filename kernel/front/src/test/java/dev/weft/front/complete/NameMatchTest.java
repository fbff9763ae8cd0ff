package dev.weft.front.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

  @ParameterizedTest
  @CsvSource({
    "'', anything, PREFIX",
    "sub, substring, PREFIX",
    "SUB, substring, ANY_CASE",
    "NPE, NullPointerException, HUMPS",
    "NullPE, NullPointerException, HUMPS",
    "sW, startsWith, HUMPS",
    "MV, MAX_VALUE, HUMPS",
    "NPE, NullException, NONE",
    "tring, substring, NONE",
    "substrings, substring, NONE"
  })
  void matches(String typed, String name, NameMatch match) {
    assertEquals(match, NameMatch.of(typed, name));
  }
}
