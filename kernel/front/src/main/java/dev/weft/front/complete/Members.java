package dev.weft.front.complete;

import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.complete.Proposal.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Offers the members of types. */
final class Members {

  private final Analysis analysis;
  private final Scope scope;
  private final Describe describe;
  private final Proposals proposals;

  Members(Analysis analysis, TreePath path, Describe describe, Proposals proposals) {
    this.analysis = analysis;
    scope = analysis.trees().getScope(path);
    this.describe = describe;
    this.proposals = proposals;
  }

  /** Offers what may follow a dot behind an expression or a type. */
  void ofOwner(TreePath owner) {
    Optional<Element> element = analysis.element(owner);
    Optional<TypeMirror> type = analysis.type(owner);
    if (element.filter(TypeElement.class::isInstance).isPresent()) {
      type.or(() -> element.map(Element::asType))
          .ifPresent(t -> add(t, m -> isStatic(m) && isNamed(m), null));
      proposals.add(Proposal.plain("class", "keyword", Origin.KEYWORD));
    } else {
      type.ifPresent(this::ofValue);
    }
  }

  private void ofValue(TypeMirror type) {
    if (type instanceof ArrayType) {
      proposals.add(
          new Proposal(
              "length", "length", "property", "int length", false, false, Origin.OWN_MEMBER, 0));
      TypeElement object = analysis.elements().getTypeElement("java.lang.Object");
      add(object.asType(), m -> !isStatic(m) && isNamed(m), null);
    } else {
      bounds(type).forEach(t -> add(t, m -> !isStatic(m) && isNamed(m), null));
    }
  }

  /** Offers what may follow two colons. */
  void references(TreePath owner) {
    boolean type = analysis.element(owner).filter(TypeElement.class::isInstance).isPresent();
    Predicate<Element> methods = m -> m.getKind() == ElementKind.METHOD;
    analysis
        .type(owner)
        .ifPresent(
            t ->
                bounds(t)
                    .forEach(b -> add(b, type ? methods : methods.and(m -> !isStatic(m)), "")));
    if (type) {
      proposals.add(Proposal.plain("new", "keyword", Origin.KEYWORD));
    }
  }

  /** Offers the static members of a type, as an import does. */
  void statics(TypeElement type, @Nullable String suffix) {
    add(type.asType(), m -> isStatic(m) && isNamed(m), suffix);
  }

  /** Offers all members that code inside the type can name. */
  void inside(TypeElement type) {
    add(type.asType(), Members::isNamed, null);
  }

  private List<? extends TypeMirror> bounds(TypeMirror type) {
    return switch (type) {
      case TypeVariable variable -> bounds(variable.getUpperBound());
      case IntersectionType intersection -> intersection.getBounds();
      default -> List.of(type);
    };
  }

  /** Adds the members; the suffix, if any, stands in the place of a method's parentheses. */
  private void add(TypeMirror type, Predicate<Element> wanted, @Nullable String suffix) {
    if (!(type instanceof DeclaredType declared)) {
      return;
    }
    TypeElement element = (TypeElement) declared.asElement();
    for (Element member : analysis.elements().getAllMembers(element)) {
      if (proposals.fits(member.getSimpleName().toString())
          && wanted.test(member)
          && analysis.trees().isAccessible(scope, member, declared)) {
        Proposal proposal = describe.of(member, declared, origin(member, element));
        proposals.add(suffix == null ? proposal : withSuffix(proposal, suffix));
      }
    }
  }

  private static Proposal withSuffix(Proposal p, String suffix) {
    return new Proposal(
        p.name(),
        p.name() + suffix,
        p.type(),
        p.signature(),
        p.deprecated(),
        p.wanted(),
        p.origin(),
        p.overloads());
  }

  private static Origin origin(Element member, TypeElement type) {
    Element owner = member.getEnclosingElement();
    if (type.equals(owner)) {
      return Origin.OWN_MEMBER;
    }
    return String.valueOf(owner).equals("java.lang.Object") ? Origin.OBJECT : Origin.INHERITED;
  }

  private static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC) || member instanceof TypeElement;
  }

  private static boolean isNamed(Element member) {
    return switch (member.getKind()) {
      case CONSTRUCTOR, STATIC_INIT, INSTANCE_INIT, TYPE_PARAMETER, RECORD_COMPONENT -> false;
      default -> true;
    };
  }
}
