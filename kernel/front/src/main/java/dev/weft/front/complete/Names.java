package dev.weft.front.complete;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.analysis.Draft;
import dev.weft.front.analysis.Signatures;
import dev.weft.front.complete.Proposal.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Offers the names that can be used without a dot. */
final class Names {

  private static final Set<String> OURS = Set.of(Draft.GAP, Draft.CLASS, "cell$", "Method$");

  private final Analysis analysis;
  private final TreePath path;
  private final Set<String> unfinished;
  private final Describe describe;
  private final Proposals proposals;
  private final boolean typesOnly;

  /** Offers what a place can see; types alone where nothing else makes sense. */
  Names(
      Analysis analysis, TreePath path, Describe describe, Proposals proposals, boolean typesOnly) {
    this.typesOnly = typesOnly;
    this.analysis = analysis;
    this.path = path;
    unfinished = unfinished(path);
    this.describe = describe;
    this.proposals = proposals;
  }

  /** Returns the names of the variables in whose declarations the place is. */
  private static Set<String> unfinished(TreePath path) {
    Set<String> names = new HashSet<>();
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof VariableTree variable) {
        names.add(variable.getName().toString());
      }
    }
    return names;
  }

  /** Offers variables, methods and types that the place can see, but for those of packages. */
  void add() {
    Scope scope = analysis.trees().getScope(path);
    while (scope != null && scope.getEnclosingClass() != null) {
      scope.getLocalElements().forEach(this::local);
      scope = scope.getEnclosingScope();
    }
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (analysis.trees().getElement(at) instanceof TypeElement type) {
        enclosing(type);
      }
    }
    if (!typesOnly) {
      staticImports();
    }
  }

  private void local(Element element) {
    boolean type = element.getKind() == ElementKind.TYPE_PARAMETER;
    boolean named = element.getKind().isVariable() || element instanceof TypeElement || type;
    String name = element.getSimpleName().toString();
    boolean given = !name.equals("this") && !name.equals("super") && !unfinished.contains(name);
    if (named && isOffered(element) && given) {
      proposals.add(describe.of(element, null, Origin.LOCAL));
    }
  }

  private boolean isOffered(Element element) {
    String name = element.getSimpleName().toString();
    boolean wanted = !typesOnly || element.getKind().isDeclaredType() || isParameter(element);
    return wanted && !OURS.contains(name) && proposals.fits(name);
  }

  private static boolean isParameter(Element element) {
    return element.getKind() == ElementKind.TYPE_PARAMETER;
  }

  private void enclosing(TypeElement type) {
    boolean notebook = Signatures.isNotebook(type);
    DeclaredType declared = (DeclaredType) type.asType();
    for (Element member : analysis.elements().getAllMembers(type)) {
      boolean own = type.equals(member.getEnclosingElement());
      boolean method = member.getKind() == ElementKind.METHOD;
      boolean named = member.getKind().isField() || method || member instanceof TypeElement;
      if (named && (own || !notebook)) {
        Origin origin = notebook ? Origin.NOTEBOOK : own ? Origin.OWN_MEMBER : Origin.OBJECT;
        if (isOffered(member)) {
          proposals.add(describe.of(member, declared, origin));
        }
      }
    }
  }

  private void staticImports() {
    for (ImportTree each : analysis.unit().getImports()) {
      if (each.isStatic() && each.getQualifiedIdentifier() instanceof MemberSelectTree select) {
        TypeElement type = analysis.elements().getTypeElement(select.getExpression().toString());
        if (type != null) {
          statics(type, select.getIdentifier().toString());
        }
      }
    }
  }

  private void statics(TypeElement type, String name) {
    List<? extends Element> members = analysis.elements().getAllMembers(type);
    for (Element member : members) {
      boolean named = name.equals("*") || member.getSimpleName().contentEquals(name);
      if (named
          && member.getModifiers().contains(Modifier.STATIC)
          && member.getModifiers().contains(Modifier.PUBLIC)
          && isOffered(member)) {
        proposals.add(describe.of(member, (DeclaredType) type.asType(), Origin.IMPORTED));
      }
    }
  }
}
