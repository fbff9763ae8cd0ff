package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CodePointsTest {

  private static final String CODE = "a😀b😀";

  @Test
  void convertsBothWays() {
    int[] indexes = {0, 1, 3, 4, 6};
    for (int position = 0; position < indexes.length; position++) {
      assertEquals(indexes[position], CodePoints.toIndex(CODE, position));
      assertEquals(position, CodePoints.toPosition(CODE, indexes[position]));
    }
  }

  @Test
  void bringsBadValuesIntoRange() {
    assertEquals(0, CodePoints.toIndex(CODE, -1));
    assertEquals(6, CodePoints.toIndex(CODE, Integer.MAX_VALUE));
    assertEquals(0, CodePoints.toPosition(CODE, Integer.MIN_VALUE));
    assertEquals(4, CodePoints.toPosition(CODE, 7));
  }

  @Test
  void countsHalvesAsTheyAre() {
    String half = "\ud83dx";
    assertEquals(1, CodePoints.toIndex(half, 1));
    assertEquals(2, CodePoints.toPosition(half, 2));
  }
}
