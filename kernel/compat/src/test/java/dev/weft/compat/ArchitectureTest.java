package dev.weft.compat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the foreign names may use. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.weft.compat", "io.github.spencerpark", "org.dflib.jjava");

  @Test
  void theRulesSeeTheClasses() {
    assertTrue(CLASSES.contain("io.github.spencerpark.ijava.IJava"));
    assertTrue(CLASSES.contain("org.dflib.jjava.JJava"));
  }

  @Test
  void onlyTheLibraryAndTheJdkAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "org.jspecify..",
            "dev.weft.comm",
            "dev.weft.compat",
            "dev.weft.display",
            "dev.weft.magic",
            "io.github.spencerpark..",
            "org.dflib.jjava..")
        .check(CLASSES);
  }

  @Test
  void theOlderNamesKnowNothingOfTheNewer() {
    noClasses()
        .that()
        .resideInAPackage("io.github.spencerpark..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.dflib..")
        .check(CLASSES);
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
