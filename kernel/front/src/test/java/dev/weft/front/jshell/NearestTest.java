package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({"count, cuont, 1", "a, '', 1", "length, lenght, 1", "print, printn, 1", "ab, ba, 1"})
  void countsLettersThatDiffer(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
    assertEquals(distance, Nearest.distance(b, a));
  }

  @Test
  void findsTheClosestAndNothingWhereNoneIsClose() {
    List<String> names = List.of("count", "counts", "total");
    assertEquals(Optional.of("`count`"), Nearest.quoted("cuont", names));
    assertEquals(Optional.of("`System`"), Nearest.quoted("system", List.of("System", "Sister")));
    assertEquals(Optional.empty(), Nearest.quoted("price", names));
    assertEquals(Optional.empty(), Nearest.quoted("ab", List.of("cd", "x")));
  }
}
