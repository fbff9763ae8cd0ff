package dev.weft.front.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cells of random bits: whatever they are, nothing of them gets lost. */
class CellParserFuzzTest {

  private static final int CELLS = 20_000;
  private static final Names NAMES = new Names(Set.of("time", "jars")::contains, name -> false);

  private static final List<String> BITS =
      List.of(
          "\n",
          "\n",
          "\n",
          " ",
          "%",
          "%time",
          "%jars x",
          "%%",
          "!",
          "!ls",
          "/",
          "/vars",
          "//DEPS",
          "//",
          "/*",
          "*/",
          "\"",
          "'",
          "\"\"\"",
          "\\",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          "=",
          "==",
          "a",
          "int b",
          "switch",
          "# NBVAL",
          "->",
          "é",
          "\ud83d\ude00",
          "\t",
          "?",
          ",",
          "5");

  @Test
  void segmentsCoverTheCellInOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < CELLS; i++) {
      String code = cell(random);
      check(code, "seed " + seed + ", cell " + i + ": " + code);
    }
  }

  private static String cell(Random random) {
    StringBuilder code = new StringBuilder();
    for (int bits = random.nextInt(24); bits > 0; bits--) {
      code.append(BITS.get(random.nextInt(BITS.size())));
    }
    return code.toString();
  }

  private static void check(String code, String message) {
    List<Segment> segments = CellParser.parse(code, NAMES);
    int end = 0;
    for (Segment segment : segments) {
      int from = start(segment);
      assertTrue(from >= end, message);
      assertTrue(isLeftOut(code.substring(end, from)), message);
      end = end(segment);
      assertTrue(end > from && end <= code.length(), message);
    }
    assertTrue(isLeftOut(code.substring(end)), message);
    assertEquals(code.length(), CellParser.withoutMagics(code, NAMES).length(), message);
    boolean isPlain = segments.size() == 1 && segments.getFirst() instanceof Segment.Java;
    assertTrue(isPlain || segments.isEmpty() || CellParser.mayHaveMagic(code), message);
  }

  private static boolean isLeftOut(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static int start(Segment segment) {
    return switch (segment) {
      case Segment.Java java -> java.start();
      case Segment.Line(MagicCall call) -> call.start();
      case Segment.Assigned assigned -> assigned.start();
      case Segment.Whole(MagicCall call, Source _) -> call.start();
    };
  }

  private static int end(Segment segment) {
    return switch (segment) {
      case Segment.Java java -> java.end();
      case Segment.Line(MagicCall call) -> call.end();
      case Segment.Assigned(int _, MagicCall call) -> call.end();
      case Segment.Whole(MagicCall _, Source body) -> body.offset() + body.text().length();
    };
  }
}
