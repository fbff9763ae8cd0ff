package dev.weft.front.complete;

import dev.weft.front.interpreter.Completion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the proposals that fit what was typed, each name once. */
final class Proposals {

  /** More than this nobody reads, and clients become slow. */
  private static final int MOST = 300;

  private final String typed;
  private final Map<String, Proposal> found = new LinkedHashMap<>();

  Proposals(String typed) {
    this.typed = typed;
  }

  /** Returns what was typed. */
  String typed() {
    return typed;
  }

  boolean fits(String name) {
    return NameMatch.of(typed, name).fits();
  }

  /** Returns whether there is a proposal of exactly that name. */
  boolean has(String name) {
    return found.values().stream().anyMatch(p -> p.name().equals(name));
  }

  void add(Proposal proposal) {
    if (!fits(proposal.name())) {
      return;
    }
    String key = proposal.text().replaceFirst("\\(\\)?$", "(");
    Proposal known = found.putIfAbsent(key, proposal);
    if (known != null && key.endsWith("(") && !known.signature().equals(proposal.signature())) {
      boolean nearer = proposal.origin().compareTo(known.origin()) < 0;
      String text = known.text().equals(proposal.text()) ? known.text() : key;
      found.put(key, nearer ? merged(proposal, known, text) : merged(known, proposal, text));
    }
  }

  private static Proposal merged(Proposal shown, Proposal other, String text) {
    return new Proposal(
        shown.name(),
        text,
        shown.type(),
        shown.signature(),
        shown.deprecated() && other.deprecated(),
        shown.wanted() || other.wanted(),
        shown.origin(),
        shown.overloads() + other.overloads() + 1,
        shown.documentation());
  }

  /** Returns the best of them in order, as replacements of the code between two offsets. */
  Completion completion(int start, int end) {
    List<Completion.Candidate> best =
        found.values().stream()
            .sorted(Proposal.order(typed))
            .limit(MOST)
            .map(Proposal::candidate)
            .toList();
    return new Completion(start, end, best, found.size());
  }
}
