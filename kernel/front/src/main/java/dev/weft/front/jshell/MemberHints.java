package dev.weft.front.jshell;

import dev.weft.front.jshell.Mistake.Missing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Hints for members that an object or a class does not have. */
final class MemberHints implements Hints.Rule {

  /** Members that say how much there is. */
  private static final List<String> SIZES = List.of("length", "length()", "size()", "count()");

  /** A type's own place, or that of a value of a type. */
  private static final Pattern PLACE =
      Pattern.compile("(class |interface |enum |record )?(?:variable \\S+ of type )?(.+)");

  private final SourceCodeAnalysis analysis;

  MemberHints(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  @Override
  public Optional<String> hint(Mistake mistake, String cell) {
    return mistake.missing().filter(m -> !m.place().isEmpty()).flatMap(this::hint);
  }

  private Optional<String> hint(Missing missing) {
    String name = missing.name();
    Matcher place = PLACE.matcher(missing.place());
    if (!place.matches()) {
      return Optional.empty();
    }
    Set<String> members = members("((" + place.group(2) + ") null).");
    if (place.group(1) != null) {
      members.addAll(members(place.group(2) + "."));
    }
    return otherForm(missing, members)
        .or(() -> size(name, members))
        .or(() -> Nearest.quoted(name, bare(members)).map(n -> "did you mean " + n + "?"));
  }

  private Set<String> members(String before) {
    return analysis.completionSuggestions(before, before.length(), new int[1]).stream()
        .map(Suggestion::continuation)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> bare(Set<String> members) {
    return members.stream()
        .map(member -> member.replaceFirst("\\(.*", ""))
        .collect(Collectors.toSet());
  }

  /** The same name as a method in place of a field, or as a field in place of a method. */
  private static Optional<String> otherForm(Missing missing, Set<String> members) {
    String name = missing.name();
    if (missing.kind().equals("method")) {
      return members.contains(name)
          ? Optional.of("write `" + name + "` without parentheses")
          : Optional.empty();
    }
    boolean method = members.contains(name + "()") || members.contains(name + "(");
    return method ? Optional.of("it is a method: `" + name + "()`") : Optional.empty();
  }

  private static Optional<String> size(String name, Set<String> members) {
    boolean asks = SIZES.contains(name) || SIZES.contains(name + "()") || name.equals("len");
    return asks ? Nearest.first(SIZES, members).map(n -> "write `" + n + "`") : Optional.empty();
  }
}
