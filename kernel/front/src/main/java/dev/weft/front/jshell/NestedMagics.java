package dev.weft.front.jshell;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.JavaLiterals;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicCall;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Segment;
import dev.weft.front.magic.Source;
import java.util.ArrayList;
import java.util.List;

/** Puts calls of the kernel in place of magics that stand within blocks. */
final class NestedMagics {

  /**
   * A part of a cell in which calls stand for magics.
   *
   * @param edits in offsets of the cell
   */
  record Rewritten(String text, Edits edits) {}

  private NestedMagics() {}

  /**
   * Rewrites a part of a cell.
   *
   * @param text the part
   * @param start where it begins in the source that the magics' offsets are of
   * @param base where that source begins in the cell
   */
  static Rewritten rewrite(
      String text, int start, int base, List<Segment.Nested> magics, MagicRegistry registry) {
    StringBuilder java = new StringBuilder();
    List<Edits.Edit> edits = new ArrayList<>();
    int from = 0;
    for (Segment.Nested magic : magics) {
      MagicCall call = magic.call();
      String replacement = java(call, registry);
      java.append(text, from, call.start() - start);
      int length = call.end() - call.start();
      edits.add(new Edits.Edit(base + start + java.length(), replacement.length(), length));
      java.append(replacement);
      from = call.end() - start;
    }
    java.append(text.substring(from));
    return new Rewritten(java.toString(), new Edits(List.copyOf(edits)));
  }

  private static String java(MagicCall call, MagicRegistry registry) {
    String text = call.arguments().text().replaceFirst("\\s*;$", "");
    boolean isOfWords =
        registry.find(call.name()).map(m -> m.reading() == Magic.Reading.WORDS).orElse(true);
    List<String> words =
        isOfWords
            ? Arguments.of(Source.inCell(text, 0), true).words()
            : text.isEmpty() ? List.of() : List.of(text);
    return "dev.weft.magic.Magics.lineMagic("
        + JavaLiterals.text(call.name())
        + ", "
        + JavaLiterals.texts(words)
        + ");";
  }
}
