package dev.weft.front.complete;

import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.Signatures;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Makes proposals of what the compiler knows. */
final class Describe {

  private static final Pattern TAGS = Pattern.compile("(?m)^\\s*@\\w+");

  private final Analysis analysis;
  private final ExpectedTypes expected;

  Describe(Analysis analysis, ExpectedTypes expected) {
    this.analysis = analysis;
    this.expected = expected;
  }

  /** Describes an element, as a member of a type where there is one. */
  Proposal of(Element element, @Nullable DeclaredType owner, Proposal.Origin origin) {
    Proposal proposal = declaration(element, owner, origin);
    String comment = analysis.elements().getDocComment(element);
    return comment == null ? proposal : proposal.documented(prose(comment));
  }

  /** Returns what a comment says before its tags; only code of the notebook has comments. */
  private static String prose(String comment) {
    return TAGS.split(comment, 2)[0].strip().replaceAll("\\{@\\w+\\s+([^}]*)}", "`$1`");
  }

  private Proposal declaration(
      Element element, @Nullable DeclaredType owner, Proposal.Origin origin) {
    String name = element.getSimpleName().toString();
    boolean deprecated = analysis.elements().isDeprecated(element);
    if (element instanceof ExecutableElement method) {
      ExecutableType type = methodType(method, owner);
      String text = method.getParameters().isEmpty() ? name + "()" : name + "(";
      String signature = Signatures.method(method, type);
      boolean wanted = expected.match(type.getReturnType());
      return new Proposal(name, text, "function", signature, deprecated, wanted, origin, 0);
    }
    if (element instanceof TypeElement type) {
      return type(type, name, deprecated, origin);
    }
    if (element instanceof PackageElement pack) {
      String full = pack.getQualifiedName().toString();
      return new Proposal(name, name, "module", full, false, false, origin, 0);
    }
    TypeMirror type = fieldType(element, owner);
    String signature = Signatures.type(type) + " " + name;
    String kind = element.getKind().isField() && !isOurs(element) ? "property" : "instance";
    return new Proposal(name, name, kind, signature, deprecated, expected.match(type), origin, 0);
  }

  private static boolean isOurs(Element element) {
    return Signatures.isNotebook(element.getEnclosingElement());
  }

  private Proposal type(TypeElement type, String text, boolean deprecated, Proposal.Origin origin) {
    String name = type.getSimpleName().toString();
    return new Proposal(
        name, text, icon(type), Signatures.name(type), deprecated, false, origin, 0);
  }

  static String icon(TypeElement type) {
    return switch (type.getKind()) {
      case ANNOTATION_TYPE -> "annotation";
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  private ExecutableType methodType(ExecutableElement method, @Nullable DeclaredType owner) {
    return (ExecutableType)
        (owner == null ? method.asType() : analysis.types().asMemberOf(owner, method));
  }

  private TypeMirror fieldType(Element element, @Nullable DeclaredType owner) {
    return owner == null || !element.getKind().isField()
        ? element.asType()
        : analysis.types().asMemberOf(owner, element);
  }
}
