package dev.weft.front.complete;

import dev.weft.front.interpreter.Completion.Candidate;
import java.util.Comparator;

/**
 * A name that could stand at the cursor.
 *
 * @param name what is compared with what was typed
 * @param text what is inserted
 * @param type its kind for the client
 * @param signature its declaration in one line
 * @param wanted whether its type is the expected one
 * @param origin how near its declaration is
 * @param overloads how many more methods have this name
 * @param documentation what to tell of it, as Markdown, or empty
 */
record Proposal(
    String name,
    String text,
    String type,
    String signature,
    boolean deprecated,
    boolean wanted,
    Origin origin,
    int overloads,
    String documentation) {

  /** Where names come from, the nearest first. */
  enum Origin {
    LOCAL,
    NOTEBOOK,
    OWN_MEMBER,
    INHERITED,
    IMPORTED,
    KEYWORD,
    OBJECT,
    PACKAGE,
    NOT_IMPORTED
  }

  /** A name without documentation. */
  Proposal(
      String name,
      String text,
      String type,
      String signature,
      boolean deprecated,
      boolean wanted,
      Origin origin,
      int overloads) {
    this(name, text, type, signature, deprecated, wanted, origin, overloads, "");
  }

  /** A name of which no more is known. */
  static Proposal plain(String text, String type, Origin origin) {
    return new Proposal(text, text, type, "", false, false, origin, 0);
  }

  /** Returns the same with documentation. */
  Proposal documented(String markdown) {
    return new Proposal(
        name, text, type, signature, deprecated, wanted, origin, overloads, markdown);
  }

  /** The order in which proposals are offered for what was typed. */
  static Comparator<Proposal> order(String typed) {
    return Comparator.comparing(Proposal::deprecated)
        .thenComparing(p -> !p.wanted())
        .thenComparing(p -> p.origin().compareTo(Origin.OWN_MEMBER) >= 0)
        .thenComparing(p -> NameMatch.of(typed, p.name()))
        .thenComparing(Proposal::origin)
        .thenComparing(p -> p.name().startsWith("$"))
        .thenComparing(Proposal::name);
  }

  Candidate candidate() {
    String more =
        switch (overloads) {
          case 0 -> "";
          case 1 -> " (+1 overload)";
          default -> " (+" + overloads + " overloads)";
        };
    return new Candidate(text, type, signature + more, documentation, deprecated);
  }
}
