package dev.weft.front.complete;

import dev.weft.front.complete.Proposal.Origin;
import java.util.List;

/** Offers the words of the language. */
final class Keywords {

  private static final List<String> ANYWHERE =
      List.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "when",
          "while",
          "yield");

  private Keywords() {}

  /** Offers those that begin with what was typed; none where nothing was. */
  static void add(Proposals proposals) {
    if (!proposals.typed().isEmpty()) {
      ANYWHERE.stream()
          .filter(word -> word.startsWith(proposals.typed()))
          .forEach(word -> proposals.add(Proposal.plain(word, "keyword", Origin.KEYWORD)));
    }
  }
}
