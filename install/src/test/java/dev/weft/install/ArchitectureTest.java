package dev.weft.install;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

@AnalyzeClasses(packages = "dev.weft.install", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  void hasNoCycles(JavaClasses classes) {
    slices().matching("dev.weft.install.(*)..").should().beFreeOfCycles().check(classes);
  }

  @ArchTest
  void launcherStandsAlone(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("..launch..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.jspecify..", "dev.weft.install.launch..")
        .check(classes);
  }

  @ArchTest
  void socketsAreForTheProbe(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..probe..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.zeromq..")
        .check(classes);
  }

  @ArchTest
  void picocliIsForTheCommandLine(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(classes);
  }
}
