package dev.weft.front.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the compiler made of one compilation unit. */
public final class Analysis {

  private final JavacTask task;
  private final CompilationUnitTree unit;
  private final DocTrees trees;

  Analysis(JavacTask task, CompilationUnitTree unit) {
    this.task = task;
    this.unit = unit;
    trees = DocTrees.instance(task);
  }

  /** Finds the innermost tree of a kind. */
  private static final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Predicate<TreePath> wanted;
    private @Nullable TreePath found;

    Finder(Predicate<TreePath> wanted) {
      this.wanted = wanted;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree != null && getCurrentPath() != null) {
        TreePath path = new TreePath(getCurrentPath(), tree);
        if (wanted.test(path)) {
          found = path;
        }
      }
      return super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Void unused) {
      return scan(tree.getErrorTrees(), null);
    }
  }

  /** Returns the compilation unit. */
  public CompilationUnitTree unit() {
    return unit;
  }

  /** Returns the compiler's trees. */
  public DocTrees trees() {
    return trees;
  }

  /** Returns the compiler's elements. */
  public Elements elements() {
    return task.getElements();
  }

  /** Returns the compiler's types. */
  public Types types() {
    return task.getTypes();
  }

  /** Returns the last and innermost tree that is wanted. */
  public Optional<TreePath> find(Predicate<TreePath> wanted) {
    Finder finder = new Finder(wanted);
    finder.scan(new TreePath(unit), null);
    return Optional.ofNullable(finder.found);
  }

  /** Returns the innermost tree around an offset. */
  public Optional<TreePath> at(int offset) {
    SourcePositions positions = trees.getSourcePositions();
    return find(
        path -> {
          long start = positions.getStartPosition(unit, path.getLeaf());
          long end = positions.getEndPosition(unit, path.getLeaf());
          return start >= 0 && start <= offset && offset < end;
        });
  }

  /** Returns a tree's element, if it has one that means something. */
  public Optional<Element> element(TreePath path) {
    return Optional.ofNullable(trees.getElement(path))
        .filter(e -> e.asType() == null || e.asType().getKind() != TypeKind.ERROR);
  }

  /** Returns a tree's type, if it has one that means something. */
  public Optional<TypeMirror> type(TreePath path) {
    return Optional.ofNullable(trees.getTypeMirror(path))
        .filter(t -> t.getKind() != TypeKind.ERROR && t.getKind() != TypeKind.NONE);
  }
}
