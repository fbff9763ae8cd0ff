package dev.weft.front.complete;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.Signatures;
import dev.weft.front.complete.Proposal.Origin;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Offers what may stand behind {@code case}. */
final class Labels {

  private final Analysis analysis;
  private final Describe describe;
  private final Proposals proposals;

  Labels(Analysis analysis, Describe describe, Proposals proposals) {
    this.analysis = analysis;
    this.describe = describe;
    this.proposals = proposals;
  }

  void add(TreePath gap, TreePath whole, TypeNames types) {
    Optional<TypeElement> type = value(whole).flatMap(this::element);
    boolean closed = type.isPresent() && (constants(type.get()) || subtypes(type.get()));
    if (!closed) {
      new Names(analysis, gap, describe, proposals, false).add();
      types.add(t -> true, false);
    }
    proposals.add(Proposal.plain("null", "keyword", Origin.KEYWORD));
    proposals.add(Proposal.plain("default", "keyword", Origin.KEYWORD));
  }

  private Optional<TypeMirror> value(TreePath whole) {
    ExpressionTree value =
        switch (whole.getLeaf()) {
          case SwitchTree tree -> tree.getExpression();
          case SwitchExpressionTree tree -> tree.getExpression();
          default -> null;
        };
    return value == null ? Optional.empty() : analysis.type(new TreePath(whole, value));
  }

  private Optional<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  private boolean constants(TypeElement type) {
    if (type.getKind() != ElementKind.ENUM) {
      return false;
    }
    type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .forEach(member -> proposals.add(describe.of(member, null, Origin.OWN_MEMBER)));
    return true;
  }

  private boolean subtypes(TypeElement type) {
    for (TypeMirror each : type.getPermittedSubclasses()) {
      element(each).ifPresent(this::subtype);
    }
    return !type.getPermittedSubclasses().isEmpty();
  }

  private void subtype(TypeElement type) {
    String name = type.getSimpleName().toString();
    proposals.add(
        new Proposal(
            name,
            Signatures.name(type),
            Describe.icon(type),
            Signatures.name(type),
            false,
            true,
            Origin.OWN_MEMBER,
            0));
  }
}
