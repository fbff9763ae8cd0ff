package dev.weft.front;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which package of the front may use what. */
class ArchitectureTest {
  private static final String ROOT = "dev.weft.front";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theRulesSeeTheClasses() {
    Set<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    for (String name :
        List.of("protocol", "transport", "interpreter", "log", "magic", "magic.maven")) {
      assertTrue(packages.contains(ROOT + "." + name), packages.toString());
    }
    assertTrue(CLASSES.contain(ROOT + ".transport.SocketLoop"));
    assertTrue(
        CLASSES.get(ROOT + ".transport.SocketLoop").getDirectDependenciesFromSelf().stream()
            .anyMatch(use -> use.getTargetClass().getPackageName().equals("org.zeromq")));
  }

  @Test
  void onlyTransportUsesZeroMq() {
    onlyIn(List.of("transport"), "org.zeromq..", "zmq..").check(CLASSES);
  }

  /** The history keeps its file as JSON lines, which are no messages. */
  @Test
  void onlyMessagesAndTheHistoryAreJson() {
    onlyIn(List.of("protocol", "server", "debug", "history", "notebook"), "com.google.gson..")
        .check(CLASSES);
  }

  @Test
  void onlyTheLanguageUsesJShell() {
    onlyIn(List.of("jshell", "remote"), "jdk.jshell..").check(CLASSES);
  }

  @Test
  void onlyMagicsOfDependenciesUseTheResolver() {
    onlyIn(
            List.of("magic.maven"),
            "org.eclipse.aether..",
            "org.apache.maven..",
            "org.sonatype.plexus..",
            "org.codehaus.plexus..")
        .check(CLASSES);
  }

  @Test
  void onlyThePictureMagicDraws() {
    onlyIn(List.of("magic.picture"), "com.github.weisj..", "java.awt..", "javax.imageio..")
        .check(CLASSES);
  }

  @Test
  void magicsSeeNothingOfTheKernelButWhatALanguageOffers() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".magic..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are the kernel's own elsewhere",
                each ->
                    each.getPackageName().startsWith(ROOT)
                        && !JavaClass.Predicates.resideInAnyPackage(
                                ROOT + ".magic..", ROOT + ".interpreter..")
                            .test(each)))
        .check(CLASSES);
  }

  @Test
  void nothingUsesTheWorker() {
    onlyIn(List.of(), "dev.weft.worker..").check(CLASSES);
  }

  @Test
  void theInterpreterUsesOnlyWhatItsValuesAreMadeOf() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".interpreter..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            ROOT + ".interpreter..",
            "dev.weft.display..",
            "dev.weft.comm..",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheLogUsesTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".log..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
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

  private static ArchRule onlyIn(List<String> packages, String... used) {
    String[] allowed =
        packages.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    DescribedPredicate<JavaClass> elsewhere =
        DescribedPredicate.describe(
            "are outside of " + packages,
            each ->
                packages.isEmpty() || !JavaClass.Predicates.resideInAnyPackage(allowed).test(each));
    return noClasses().that(elsewhere).should().dependOnClassesThat().resideInAnyPackage(used);
  }
}
