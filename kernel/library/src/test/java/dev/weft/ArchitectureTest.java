package dev.weft;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which package of the library may use what. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.weft");

  /** For each package the others of the library that it may use. */
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          Map.entry("display", List.of()),
          Map.entry("chart", List.of("display", "magic")),
          Map.entry("timing", List.of("chart", "display", "magic")),
          Map.entry(
              "timeline", List.of("chart", "deadlock", "display", "process", "timing", "trace")),
          Map.entry("comm", List.of("display")),
          Map.entry("widget", List.of("comm", "display")),
          Map.entry("process", List.of("deadlock", "segment", "trace")),
          Map.entry("segment", List.of()),
          Map.entry("memory", List.of("segment", "sync")),
          Map.entry("sync", List.of("deadlock", "segment", "trace")),
          Map.entry("trace", List.of()),
          Map.entry("thread", List.of("trace")),
          Map.entry("input", List.of()),
          Map.entry("channel", List.of("process", "segment", "trace")),
          Map.entry("magic", List.of()),
          Map.entry("manager", List.of("process", "segment", "trace")),
          Map.entry("step", List.of()),
          Map.entry("table", List.of("display")),
          Map.entry("deadlock", List.of("chart", "comm", "display", "table")),
          Map.entry("explore", List.of("display", "step", "table", "thread")),
          Map.entry("gil", List.of("chart", "display", "step", "thread", "trace")));

  @Test
  void theRulesSeeTheClasses() {
    assertTrue(CLASSES.contain("dev.weft.process.ProcessPool"));
    assertTrue(
        CLASSES.get("dev.weft.process.ProcessPool").getDirectDependenciesFromSelf().stream()
            .anyMatch(use -> use.getTargetClass().getName().equals("java.lang.ref.Cleaner")));
    Set<String> packages = new TreeSet<>();
    CLASSES.forEach(each -> packages.add(top(each)));
    assertTrue(USES.keySet().containsAll(packages), packages + " are not all in " + USES.keySet());
  }

  private static String top(JavaClass type) {
    return type.getPackageName().substring("dev.weft.".length()).replaceFirst("\\..*", "");
  }

  @Test
  void packagesUseOnlyWhatTheyMay() {
    USES.forEach(
        (name, uses) -> {
          List<String> allowed =
              new ArrayList<>(
                  List.of("java..", "jdk.jfr..", "com.sun.management..", "org.jspecify.."));
          allowed.add("dev.weft." + name + "..");
          uses.forEach(used -> allowed.add("dev.weft." + used + ".."));
          noClasses()
              .that()
              .resideInAPackage("dev.weft." + name + "..")
              .should()
              .dependOnClassesThat()
              .resideOutsideOfPackages(allowed.toArray(String[]::new))
              .check(CLASSES);
        });
  }

  @Test
  void onlyOnePackageUsesTheFlightRecorder() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.weft.trace.flight..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.jfr..")
        .check(CLASSES);
  }

  @Test
  void packingKnowsNothingOfProcesses() {
    noClasses()
        .that()
        .resideInAPackage("dev.weft.process.ship..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.weft.process", "dev.weft.process.child..")
        .check(CLASSES);
  }

  @Test
  void childrenKnowNothingOfPools() {
    noClasses()
        .that()
        .resideInAPackage("dev.weft.process.child..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.weft.process")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.weft.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesAreNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (!each.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
        unmarked.add(each.getPackageName());
      }
    }
    assertTrue(unmarked.isEmpty(), unmarked.toString());
  }
}
