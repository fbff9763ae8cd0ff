package dev.weft.front.complete;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that would fit where the cursor stands. */
final class ExpectedTypes {

  private final Analysis analysis;
  private final List<TypeMirror> types;

  private ExpectedTypes(Analysis analysis, List<TypeMirror> types) {
    this.analysis = analysis;
    this.types = types;
  }

  static ExpectedTypes of(Analysis analysis, TreePath path) {
    ExpectedTypes none = new ExpectedTypes(analysis, List.of());
    List<TypeMirror> found = none.at(path).stream().filter(none::saysSomething).toList();
    return new ExpectedTypes(analysis, found);
  }

  /** Returns whether a value of that type would fit. */
  boolean match(TypeMirror type) {
    if (types.isEmpty() || !isValue(type)) {
      return false;
    }
    return types.stream().anyMatch(each -> analysis.types().isAssignable(type, each));
  }

  /** Returns the packages of the classes expected. */
  Set<String> packages() {
    return types.stream()
        .filter(DeclaredType.class::isInstance)
        .map(type -> analysis.elements().getPackageOf(((DeclaredType) type).asElement()))
        .map(pack -> pack.getQualifiedName().toString())
        .collect(Collectors.toSet());
  }

  /** Returns whether a new object of that class, its type arguments inferred, would fit. */
  boolean matchErased(TypeMirror type) {
    return types.stream()
        .map(each -> analysis.types().erasure(each))
        .anyMatch(each -> analysis.types().isSubtype(analysis.types().erasure(type), each));
  }

  private static boolean isValue(TypeMirror type) {
    return switch (type.getKind()) {
      case VOID, NONE, ERROR, EXECUTABLE, PACKAGE, MODULE, OTHER -> false;
      default -> true;
    };
  }

  private boolean saysSomething(TypeMirror type) {
    return switch (type.getKind()) {
      case VOID, NONE, ERROR, NULL, TYPEVAR -> false;
      case DECLARED -> !type.toString().equals("java.lang.Object");
      default -> true;
    };
  }

  private List<TypeMirror> at(TreePath path) {
    TreePath parent = path.getParentPath();
    Tree gap = path.getLeaf();
    return switch (parent.getLeaf()) {
      case VariableTree variable when variable.getInitializer() == gap -> typeOf(parent);
      case AssignmentTree assignment when assignment.getExpression() == gap ->
          typeOf(new TreePath(parent, assignment.getVariable()));
      case ReturnTree _ -> returned(parent);
      case ThrowTree _ -> named("java.lang.Throwable");
      case IfTree _, WhileLoopTree _ -> List.of(primitive(TypeKind.BOOLEAN));
      case ParenthesizedTree _ -> at(parent);
      case ConditionalExpressionTree choice ->
          choice.getCondition() == gap ? List.of(primitive(TypeKind.BOOLEAN)) : at(parent);
      case BinaryTree binary -> typeOf(new TreePath(parent, other(binary, gap)));
      case NewClassTree creation when creation.getIdentifier() == gap -> at(parent);
      case NewClassTree creation -> parameters(constructors(parent), argument(creation, gap));
      case MethodInvocationTree call -> parameters(callees(parent, call), argument(call, gap));
      default -> List.of();
    };
  }

  private static ExpressionTree other(BinaryTree binary, Tree gap) {
    return binary.getLeftOperand() == gap ? binary.getRightOperand() : binary.getLeftOperand();
  }

  private static int argument(MethodInvocationTree call, Tree gap) {
    return index(call.getArguments(), gap);
  }

  private static int argument(NewClassTree call, Tree gap) {
    return index(call.getArguments(), gap);
  }

  private static int index(List<? extends Tree> trees, Tree tree) {
    for (int i = 0; i < trees.size(); i++) {
      if (trees.get(i) == tree) {
        return i;
      }
    }
    return -1;
  }

  private TypeMirror primitive(TypeKind kind) {
    return analysis.types().getPrimitiveType(kind);
  }

  private List<TypeMirror> named(String name) {
    TypeElement element = analysis.elements().getTypeElement(name);
    return element == null ? List.of() : List.of(element.asType());
  }

  private List<TypeMirror> typeOf(TreePath path) {
    return analysis.type(path).stream().toList();
  }

  private List<TypeMirror> returned(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof MethodTree method && method.getReturnType() != null) {
        return typeOf(new TreePath(at, method.getReturnType()));
      }
    }
    return List.of();
  }

  private List<ExecutableType> constructors(TreePath creation) {
    NewClassTree tree = (NewClassTree) creation.getLeaf();
    return analysis.type(new TreePath(creation, tree.getIdentifier())).stream()
        .flatMap(type -> members(type, e -> e.getKind() == ElementKind.CONSTRUCTOR))
        .toList();
  }

  private List<ExecutableType> callees(TreePath path, MethodInvocationTree call) {
    return switch (call.getMethodSelect()) {
      case MemberSelectTree select -> {
        String name = select.getIdentifier().toString();
        TreePath owner = new TreePath(new TreePath(path, select), select.getExpression());
        yield analysis.type(owner).stream()
            .flatMap(t -> members(t, e -> isNamed(e, name)))
            .toList();
      }
      case IdentifierTree identifier -> {
        String name = identifier.getName().toString();
        yield enclosing(path).flatMap(t -> members(t, e -> isNamed(e, name))).toList();
      }
      default -> List.of();
    };
  }

  private Stream<TypeMirror> enclosing(TreePath path) {
    List<TypeMirror> found = new ArrayList<>();
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      Optional<Element> element = Optional.ofNullable(analysis.trees().getElement(at));
      element.filter(TypeElement.class::isInstance).ifPresent(e -> found.add(e.asType()));
    }
    return found.stream();
  }

  private static boolean isNamed(Element element, String name) {
    return element.getKind() == ElementKind.METHOD && element.getSimpleName().contentEquals(name);
  }

  private Stream<ExecutableType> members(TypeMirror type, Predicate<Element> wanted) {
    if (!(type instanceof DeclaredType declared)) {
      return Stream.of();
    }
    return analysis.elements().getAllMembers((TypeElement) declared.asElement()).stream()
        .filter(ExecutableElement.class::isInstance)
        .filter(wanted)
        .map(e -> (ExecutableType) analysis.types().asMemberOf(declared, e));
  }

  private static List<TypeMirror> parameters(List<ExecutableType> methods, int index) {
    List<TypeMirror> found = new ArrayList<>();
    for (ExecutableType method : methods) {
      List<? extends TypeMirror> all = method.getParameterTypes();
      if (index >= 0 && index < all.size()) {
        found.add(all.get(index));
      }
      if (index >= all.size() - 1 && !all.isEmpty() && all.getLast() instanceof ArrayType array) {
        found.add(array.getComponentType());
      }
    }
    return found;
  }
}
