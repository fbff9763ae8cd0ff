package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceMaskTest {

  @Test
  void blanksCommentsAndLiteralsAndKeepsTheLength() {
    String source = "int a = 1; // b\nString s = \"c;\\\"d\"; /* e\n */ char f = '\\'';";
    String masked = SourceMask.mask(source);
    assertEquals(source.length(), masked.length());
    assertEquals(Set.of("int", "a", "String", "s", "char", "f"), SourceMask.identifiers(source));
    assertEquals(2, masked.chars().filter(c -> c == '\n').count());
  }

  @Test
  void blanksTextBlocksWithQuotesInside() {
    assertEquals(
        Set.of("var", "t", "u"),
        SourceMask.identifiers("var t = \"\"\"\n say \"hello\" // no\n \"\"\"; u"));
  }
}
