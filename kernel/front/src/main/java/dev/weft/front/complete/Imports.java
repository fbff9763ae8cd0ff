package dev.weft.front.complete;

import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Signatures;
import dev.weft.front.complete.Proposal.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Offers what may follow in an import. */
final class Imports {

  private static final Pattern IMPORT =
      Pattern.compile("import\\s+(static\\s+|module\\s+)?([\\w.$\\s]*)", Pattern.DOTALL);

  private final Map<String, List<String>> classes;
  private final Proposals proposals;

  Imports(Map<String, List<String>> classes, Proposals proposals) {
    this.classes = classes;
    this.proposals = proposals;
  }

  /**
   * Returns the offset in the import at which the name begins that is completed; empty where what
   * stands before the cursor is no import.
   */
  static Optional<Integer> start(String before) {
    Matcher matcher = IMPORT.matcher(before);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean module = matcher.group(1) != null && matcher.group(1).startsWith("module");
    int name = matcher.start(2);
    return Optional.of(module ? name : Math.max(name, before.lastIndexOf('.') + 1));
  }

  /** Offers names for an import up to the cursor. */
  void add(String before, Analysis analysis) {
    Matcher matcher = IMPORT.matcher(before);
    if (!matcher.matches()) {
      return;
    }
    String kind = matcher.group(1) == null ? "" : matcher.group(1).strip();
    if (kind.equals("module")) {
      ClassIndex.modules()
          .forEach(name -> proposals.add(Proposal.plain(name, "module", Origin.IMPORTED)));
      return;
    }
    String name = matcher.group(2).replaceAll("\\s", "");
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      first(kind);
    } else {
      of(name.substring(0, dot), kind.equals("static"), analysis);
    }
  }

  private void first(String kind) {
    TypeNames.packages(classes, "", proposals);
    if (kind.isEmpty()) {
      proposals.add(Proposal.plain("static", "keyword", Origin.KEYWORD));
      proposals.add(Proposal.plain("module", "keyword", Origin.KEYWORD));
    }
  }

  private void of(String owner, boolean isStatic, Analysis analysis) {
    TypeNames.ofPackage(classes, owner, type -> true, analysis, proposals);
    TypeElement type = analysis.elements().getTypeElement(owner);
    if (type != null) {
      type.getEnclosedElements().stream()
          .filter(member -> member.getModifiers().contains(Modifier.PUBLIC))
          .filter(member -> member instanceof TypeElement || (isStatic && isStatic(member)))
          .forEach(member -> member(member));
    }
    if (type == null || isStatic) {
      proposals.add(Proposal.plain("*", "keyword", Origin.KEYWORD));
    }
  }

  private void member(Element member) {
    String kind =
        member instanceof TypeElement type
            ? Describe.icon(type)
            : member.getKind().isField() ? "property" : "function";
    String name = member.getSimpleName().toString();
    proposals.add(
        new Proposal(
            name, name, kind, Signatures.full(member), false, false, Origin.OWN_MEMBER, 0));
  }

  private static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC)
        && member.getSimpleName().toString().indexOf('<') < 0;
  }
}
