package dev.weft.front.complete;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.Draft;
import java.util.Optional;
import javax.lang.model.element.Name;

/** What kind of name the cursor asks for. */
sealed interface Site {

  /** The tree that is the gap. */
  TreePath path();

  /** A member of what stands before the dot. */
  record Member(TreePath path, TreePath owner) implements Site {}

  /** A method of what stands before two colons. */
  record Reference(TreePath path, TreePath owner) implements Site {}

  /** Any name. */
  record Anything(TreePath path) implements Site {}

  /** The name of a type. */
  record Type(TreePath path) implements Site {}

  /** The name of an annotation. */
  record Annotation(TreePath path) implements Site {}

  /** A label of a switch over a value. */
  record Label(TreePath path, TreePath value) implements Site {}

  /** Finds the gap; empty where a new name is being made up. */
  static Optional<Site> of(Analysis analysis) {
    return analysis.find(path -> isGap(path.getLeaf())).flatMap(Site::at);
  }

  private static boolean isGap(Tree tree) {
    return switch (tree) {
      case MemberSelectTree select -> isGap(select.getIdentifier());
      case IdentifierTree identifier -> isGap(identifier.getName());
      case MemberReferenceTree reference -> isGap(reference.getName());
      default -> false;
    };
  }

  private static boolean isGap(Name name) {
    return name != null && name.contentEquals(Draft.GAP);
  }

  private static Optional<Site> at(TreePath path) {
    Tree parent = path.getParentPath().getLeaf();
    return Optional.of(
        switch (path.getLeaf()) {
          case MemberSelectTree select ->
              new Member(path, new TreePath(path, select.getExpression()));
          case MemberReferenceTree reference ->
              new Reference(path, new TreePath(path, reference.getQualifierExpression()));
          default -> name(path, parent);
        });
  }

  private static Site name(TreePath path, Tree parent) {
    Tree gap = path.getLeaf();
    Optional<Site> label = label(path);
    if (label.isPresent()) {
      return label.get();
    }
    return switch (parent) {
      case AnnotationTree annotation when annotation.getAnnotationType() == gap ->
          new Annotation(path);
      case NewClassTree creation when creation.getIdentifier() == gap -> new Type(path);
      case ClassTree _ -> new Type(path);
      case MethodTree method when method.getThrows().contains(gap) -> new Type(path);
      case InstanceOfTree test when test.getExpression() != gap -> new Type(path);
      case VariableTree variable
          when variable.getType() == gap
              && path.getParentPath().getParentPath().getLeaf() instanceof MethodTree ->
          new Type(path);
      default -> new Anything(path);
    };
  }

  private static Optional<Site> label(TreePath path) {
    TreePath at = path.getParentPath();
    for (int i = 0; i < 2 && at != null; i++, at = at.getParentPath()) {
      if (at.getLeaf() instanceof CaseTree each && !each.getLabels().isEmpty()) {
        TreePath whole = at.getParentPath();
        boolean inLabels = i > 0 || each.getLabels().stream().anyMatch(l -> l == path.getLeaf());
        return inLabels ? Optional.of(new Label(path, whole)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
