package dev.weft.runner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses RUNNER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft.runner");

  @Test
  void theRulesSeeTheClasses() {
    assertTrue(RUNNER.contain(Runner.class) && RUNNER.contain(NotebookRunner.class));
  }

  @Test
  void drivesTheInterpreterAloneAndKnowsNoSockets() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.zeromq..",
            "java.net..",
            "jdk.jshell..",
            "dev.weft.link..",
            "dev.weft.worker..",
            "dev.weft.front.protocol..",
            "dev.weft.front.transport..",
            "dev.weft.front.server..",
            "dev.weft.front.remote..")
        .check(RUNNER);
  }

  @Test
  void neverWritesToStandardStreams() {
    noClasses().should().accessField(System.class, "out").check(RUNNER);
    noClasses().should().accessField(System.class, "err").check(RUNNER);
  }
}
