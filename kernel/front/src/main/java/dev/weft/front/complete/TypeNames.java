package dev.weft.front.complete;

import com.sun.source.tree.ImportTree;
import dev.weft.front.analysis.Analysis;
import dev.weft.front.complete.Proposal.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.TypeElement;

/** Offers the types of packages: imported ones by their names, others by their full names. */
final class TypeNames {

  /** How many types that are not imported are offered. */
  private static final int MOST_FOREIGN = 40;

  private record Named(String pack, String name) {
    String full() {
      return pack + "." + name;
    }
  }

  private final Analysis analysis;
  private final Supplier<Map<String, List<String>>> classes;
  private final ExpectedTypes expected;
  private final Proposals proposals;

  TypeNames(
      Analysis analysis,
      Supplier<Map<String, List<String>>> classes,
      ExpectedTypes expected,
      Proposals proposals) {
    this.analysis = analysis;
    this.classes = classes;
    this.expected = expected;
    this.proposals = proposals;
  }

  /**
   * Offers types.
   *
   * @param wanted which of them make sense
   * @param creation whether an object is to be made, so that the expected type counts
   */
  void add(Predicate<TypeElement> wanted, boolean creation) {
    Set<String> packages = new HashSet<>(Set.of("java.lang"));
    Set<String> names = new HashSet<>();
    imports(packages, names);
    if (!proposals.typed().isEmpty()) {
      fitting(packages, names, wanted, creation);
    } else if (creation) {
      expected(packages, names);
    }
  }

  private void fitting(
      Set<String> packages, Set<String> names, Predicate<TypeElement> wanted, boolean creation) {
    List<Named> foreign = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : classes.get().entrySet()) {
      boolean whole = packages.contains(each.getKey());
      for (String name : each.getValue()) {
        if (proposals.fits(name)) {
          Named type = new Named(each.getKey(), name);
          if (whole || names.contains(type.full())) {
            add(type, name, Origin.IMPORTED, wanted, creation);
          } else {
            foreign.add(type);
          }
        }
      }
    }
    foreign(foreign, wanted, creation);
  }

  /** Offers the classes beside the expected type that fit it. */
  private void expected(Set<String> packages, Set<String> names) {
    Predicate<TypeElement> fits =
        type ->
            type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && expected.matchErased(type.asType());
    for (String pack : expected.packages()) {
      for (String name : classes.get().getOrDefault(pack, List.of())) {
        Named named = new Named(pack, name);
        boolean known = packages.contains(pack) || names.contains(named.full());
        Origin origin = known ? Origin.IMPORTED : Origin.NOT_IMPORTED;
        add(named, known ? name : named.full(), origin, fits, true);
      }
    }
  }

  private void foreign(List<Named> found, Predicate<TypeElement> wanted, boolean creation) {
    if (proposals.typed().length() < 2) {
      return;
    }
    found.stream()
        .sorted(
            Comparator.comparing((Named t) -> NameMatch.of(proposals.typed(), t.name()))
                .thenComparing(t -> !t.pack().startsWith("java."))
                .thenComparing(t -> t.name().length())
                .thenComparing(Named::full))
        .limit(MOST_FOREIGN)
        .forEach(t -> add(t, t.full(), Origin.NOT_IMPORTED, wanted, creation));
  }

  private void imports(Set<String> packages, Set<String> names) {
    for (ImportTree each : analysis.unit().getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      if (each.isModule()) {
        var module = analysis.elements().getModuleElement(name);
        if (module != null) {
          module.getDirectives().stream()
              .filter(ExportsDirective.class::isInstance)
              .map(d -> (ExportsDirective) d)
              .forEach(d -> packages.add(d.getPackage().getQualifiedName().toString()));
        }
      } else if (!each.isStatic() && name.endsWith(".*")) {
        packages.add(name.substring(0, name.length() - 2));
      } else if (!each.isStatic()) {
        names.add(name);
      }
    }
  }

  private void add(
      Named named, String text, Origin origin, Predicate<TypeElement> wanted, boolean creation) {
    TypeElement type = analysis.elements().getTypeElement(named.full());
    if (type == null || !type.getModifiers().contains(Modifier.PUBLIC) || !wanted.test(type)) {
      return;
    }
    boolean fits = creation && expected.matchErased(type.asType());
    proposals.add(
        new Proposal(
            named.name(),
            text,
            Describe.icon(type),
            named.full(),
            analysis.elements().isDeprecated(type),
            fits,
            origin,
            0));
  }

  /** Offers the types of one package, and the packages inside it. */
  static void ofPackage(
      Map<String, List<String>> classes,
      String pack,
      Predicate<TypeElement> wanted,
      Analysis analysis,
      Proposals proposals) {
    for (String name : classes.getOrDefault(pack, List.of())) {
      TypeElement type =
          proposals.fits(name) ? analysis.elements().getTypeElement(pack + "." + name) : null;
      if (type != null && type.getModifiers().contains(Modifier.PUBLIC) && wanted.test(type)) {
        boolean deprecated = analysis.elements().isDeprecated(type);
        proposals.add(
            new Proposal(
                name,
                name,
                Describe.icon(type),
                pack + "." + name,
                deprecated,
                false,
                Origin.OWN_MEMBER,
                0));
      }
    }
    packages(classes, pack + ".", proposals);
  }

  /** Offers the first parts of the names of packages, where something was typed. */
  static void begin(Supplier<Map<String, List<String>>> classes, Proposals proposals) {
    if (!proposals.typed().isEmpty()) {
      packages(classes.get(), "", proposals);
    }
  }

  /** Offers the next part of the names of the packages that begin so. */
  static void packages(Map<String, List<String>> classes, String begin, Proposals proposals) {
    classes.keySet().stream()
        .filter(name -> name.startsWith(begin))
        .map(name -> name.substring(begin.length()).split("\\.", 2)[0])
        .distinct()
        .forEach(name -> proposals.add(Proposal.plain(name, "module", Origin.PACKAGE)));
  }

  static boolean isAnnotation(TypeElement type) {
    return type.getKind() == ElementKind.ANNOTATION_TYPE;
  }
}
