package dev.weft.front.inspect;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Tells which tree of a source file declares an element that was read from a class file. */
final class Declarations {

  private Declarations() {}

  static boolean declares(TreePath path, Element element) {
    return switch (path.getLeaf()) {
      case ClassTree tree -> element instanceof TypeElement && names(path, tree, element);
      case MethodTree tree ->
          element instanceof ExecutableElement method
              && tree.getName().contentEquals(method.getSimpleName())
              && parameters(tree).equals(parameters(method))
              && isIn(path, element);
      case VariableTree tree ->
          element instanceof VariableElement
              && tree.getName().contentEquals(element.getSimpleName())
              && path.getParentPath().getLeaf() instanceof ClassTree
              && isIn(path, element);
      default -> false;
    };
  }

  private static boolean names(TreePath path, ClassTree tree, @Nullable Element element) {
    if (element == null) {
      return false;
    }
    boolean nested = element.getEnclosingElement() instanceof TypeElement;
    boolean alike = tree.getSimpleName().contentEquals(element.getSimpleName());
    return alike && (nested ? isIn(path, element) : isTop(path));
  }

  private static boolean isTop(TreePath path) {
    return path.getParentPath().getLeaf() instanceof CompilationUnitTree;
  }

  private static boolean isIn(TreePath path, Element element) {
    return path.getParentPath().getLeaf() instanceof ClassTree owner
        && names(path.getParentPath(), owner, element.getEnclosingElement());
  }

  private static List<String> parameters(MethodTree tree) {
    List<String> types = new ArrayList<>();
    for (VariableTree parameter : tree.getParameters()) {
      types.add(bare(String.valueOf(parameter.getType())));
    }
    return types;
  }

  private static List<String> parameters(ExecutableElement method) {
    return method.getParameters().stream().map(p -> bare(p.asType().toString())).toList();
  }

  /** Returns a type without annotations, type arguments and packages. */
  private static String bare(String type) {
    String text = type.replace("...", "[]").replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "");
    String before = "";
    while (!before.equals(text)) {
      before = text;
      text = text.replaceAll("<[^<>]*>", "");
    }
    return text.replaceAll("[\\w.]*\\.(?=\\w)", "").replaceAll("\\s", "");
  }

  static boolean isMember(Element element) {
    return element.getKind() != ElementKind.LOCAL_VARIABLE
        && element.getKind() != ElementKind.PARAMETER;
  }
}
