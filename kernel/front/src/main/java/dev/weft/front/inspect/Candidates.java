package dev.weft.front.inspect;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Finds the elements that a name may mean, overloads included, the likeliest first. */
final class Candidates {

  private final Analysis analysis;
  private final String name;
  private final int argument;

  /**
   * A search for a name.
   *
   * @param argument in which argument of a call the cursor stands, from 0, or -1
   */
  Candidates(Analysis analysis, String name, int argument) {
    this.analysis = analysis;
    this.name = name;
    this.argument = argument;
  }

  List<Element> at(TreePath path) {
    Optional<Element> resolved = analysis.element(path).filter(e -> !(e instanceof PackageElement));
    if (resolved.isPresent() && !(resolved.get() instanceof ExecutableElement)) {
      return created(path, resolved.get());
    }
    Set<Element> found = new LinkedHashSet<>(resolved.stream().toList());
    List<Element> overloads = new ArrayList<>(named(path));
    overloads.sort(
        Comparator.comparing((Element e) -> !takes(e))
            .thenComparing(e -> parameters(e).size())
            .thenComparing(Element::toString));
    found.addAll(overloads);
    return List.copyOf(found);
  }

  /** The name of a class in a creation means its constructors. */
  private List<Element> created(TreePath path, Element element) {
    boolean creation =
        path.getParentPath().getLeaf() instanceof NewClassTree tree
            && tree.getIdentifier() == path.getLeaf();
    if (!creation || argument < 0 || !(element instanceof TypeElement type)) {
      return List.of(element);
    }
    List<Element> constructors = new ArrayList<>();
    Optional.ofNullable(analysis.trees().getElement(path.getParentPath()))
        .ifPresent(constructors::add);
    type.getEnclosedElements().stream()
        .filter(e -> e.getKind() == ElementKind.CONSTRUCTOR)
        .filter(e -> !constructors.contains(e))
        .sorted(Comparator.comparing(e -> !takes(e)))
        .forEach(constructors::add);
    return constructors;
  }

  private boolean takes(Element element) {
    return argument < 0
        || parameters(element).size() > argument
        || (element instanceof ExecutableElement method && method.isVarArgs());
  }

  private static List<?> parameters(Element element) {
    return element instanceof ExecutableElement method ? method.getParameters() : List.of();
  }

  private List<Element> named(TreePath path) {
    if (path.getLeaf() instanceof MemberSelectTree select) {
      TreePath owner = new TreePath(path, select.getExpression());
      return analysis.type(owner).map(this::membersOf).orElse(List.of());
    }
    List<Element> found = new ArrayList<>();
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (analysis.trees().getElement(at) instanceof TypeElement type) {
        found.addAll(members(type));
      }
    }
    staticImports(found);
    return found;
  }

  private void staticImports(List<Element> found) {
    for (ImportTree each : analysis.unit().getImports()) {
      if (each.isStatic() && each.getQualifiedIdentifier() instanceof MemberSelectTree select) {
        ExpressionTree owner = select.getExpression();
        TypeElement type = analysis.elements().getTypeElement(owner.toString());
        if (type != null) {
          found.addAll(members(type));
        }
      }
    }
  }

  private List<Element> membersOf(TypeMirror type) {
    return switch (type) {
      case DeclaredType declared -> members((TypeElement) declared.asElement());
      case TypeVariable variable -> membersOf(variable.getUpperBound());
      case ArrayType _ -> members(analysis.elements().getTypeElement("java.lang.Object"));
      default -> List.of();
    };
  }

  private List<Element> members(TypeElement type) {
    List<Element> found = new ArrayList<>();
    for (Element member : analysis.elements().getAllMembers(type)) {
      if (member.getSimpleName().contentEquals(name)) {
        found.add(member);
      }
    }
    return found;
  }
}
