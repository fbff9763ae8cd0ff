package dev.weft.front.magic.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomTest {

  @TempDir private Path folder;

  private TestRepository repository;
  private TestMaven maven;

  @BeforeEach
  void start() throws IOException {
    repository = new TestRepository(folder.resolve("remote"));
    repository.jar("t:a:1").jar("t:b:1").jar("t:unit:1");
    maven = new TestMaven(folder.resolve("home"), repository.url());
  }

  @AfterEach
  void stop() {
    maven.close();
  }

  private Resolution load(String text, String... scopes) throws Exception {
    Path file = folder.resolve("pom.xml");
    Files.writeString(file, PomText.project(text));
    Set<String> wanted = scopes.length == 0 ? ResolveRequest.RUN : Set.of(scopes);
    ResolveRequest request =
        new ResolveRequest(
            List.of(), List.of(), List.of(), wanted, Optional.empty(), false, false, List.of());
    return maven.dependencies.resolve(file, request, new Transfers(maven.progress::add));
  }

  private String failure(String text) {
    return assertThrows(DependencyException.class, () -> load(text)).text();
  }

  @Test
  void aProjectGivesItsDependencies() throws Exception {
    repository.pom(
        "t:parent:pom:1",
        "<properties><b>1</b></properties><dependencyManagement>"
            + TestRepository.dependencies("t:a:1")
            + "</dependencyManagement>");
    String project =
        "<?xml version=\"1.0\"?><project><modelVersion>4.0.0</modelVersion><parent>"
            + "<groupId>t</groupId><artifactId>parent</artifactId><version>1</version></parent>"
            + "<artifactId>mine</artifactId>"
            + TestRepository.dependencies("t:a", "t:unit:1 test")
                .replace(
                    "</dependencies>",
                    "<dependency><groupId>t</groupId><artifactId>b</artifactId>"
                        + "<version>${b}</version></dependency></dependencies>")
            + "</project>";
    assertEquals(List.of("a 1", "b 1"), TestMaven.names(load(project)));
    assertEquals(List.of("unit 1"), TestMaven.names(load(project, "test")));
  }

  @Test
  void piecesAreEnough() throws Exception {
    TestRepository other = new TestRepository(folder.resolve("other")).jar("t:c:1");
    String settings =
        TestMaven.mirror(repository.url()).replace("<mirrorOf>*<", "<mirrorOf>central<");
    maven.close();
    maven = new TestMaven(folder.resolve("home"), settings, false);
    assertEquals(
        List.of("a 1", "c 1", "b 1"),
        TestMaven.names(
            load(
                TestRepository.dependency("t:a:1")
                    + "\n<repository><id>other</id><url>"
                    + other.url()
                    + "</url></repository>\n<!-- and -->"
                    + TestRepository.dependencies("t:c:1", "t:b:1"))));
  }

  @Test
  void aBomMayBeAmongThePieces() throws Exception {
    repository.pom(
        "t:bom:pom:1",
        "<dependencyManagement>"
            + TestRepository.dependencies("t:a:1")
            + "</dependencyManagement>");
    assertEquals(
        List.of("a 1"),
        TestMaven.names(
            load(
                "<dependencyManagement>"
                    + TestRepository.dependencies("t:bom:pom:1 import")
                    + "</dependencyManagement>"
                    + TestRepository.dependency("t:a"))));
  }

  @Test
  void wrongTextIsNamed() {
    assertBegins("Write a <project>", "");
    assertBegins("Write a <project>", "t:a:1");
    assertBegins("Line 1 below the magic is no XML", "<dependency>");
    assertBegins("Line 2 below the magic is no XML", "<dependency/>\n<a");
    assertBegins("<plugin> has no place here", "<plugin/>");
    assertBegins(
        "What stands below the magic is no XML",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>");
  }

  private void assertBegins(String expected, String text) {
    String failure = failure(text);
    assertTrue(failure.startsWith(expected), failure);
  }

  @Test
  void aMissingParentIsNamedWithTheRepositoriesAsked() {
    String text =
        failure(
            "<project><modelVersion>4.0.0</modelVersion><parent><groupId>t</groupId>"
                + "<artifactId>nowhere</artifactId><version>1</version></parent>"
                + "<artifactId>mine</artifactId></project>");
    assertTrue(text.contains("t:nowhere") && text.contains("test"), text);
  }

  @Test
  void aDependencyWithoutVersionIsNamed() {
    String text = failure(TestRepository.dependency("t:a"));
    assertTrue(text.contains("t:a"), text);
    assertTrue(text.contains("version"), text);
  }
}
