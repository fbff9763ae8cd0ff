package dev.weft.front.magic.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class DependenciesTest {

  @TempDir private Path folder;

  private TestRepository repository;
  private TestMaven maven;

  @BeforeEach
  void start() throws IOException {
    repository = new TestRepository(folder.resolve("remote"));
    Files.createDirectories(repository.folder);
    maven = new TestMaven(folder.resolve("home"), repository.url());
  }

  @AfterEach
  void stop() {
    maven.close();
  }

  private static ResolveRequest with(
      ResolveRequest request, List<String> exclusions, List<Coordinates> boms, Set<String> scopes) {
    return new ResolveRequest(
        request.roots(), exclusions, boms, scopes, Optional.empty(), false, false, List.of());
  }

  private String failure(String... coordinates) {
    return assertThrows(
            DependencyException.class, () -> maven.resolve(TestMaven.request(coordinates)))
        .text();
  }

  @Test
  void aDependencyComesWithItsOwn() throws Exception {
    repository.jar("t:c:1").jar("t:b:1", "t:c:1 runtime").jar("t:a:1", "t:b:1");
    Resolution found = maven.resolve(TestMaven.request("t:a:1"));
    assertEquals(List.of("a 1", "b 1", "c 1"), TestMaven.names(found));
    assertTrue(found.artifacts().stream().allMatch(each -> Files.exists(each.file())));
    assertTrue(found.artifacts().getFirst().file().startsWith(maven.home.resolve(".m2")));
    assertEquals(List.of("compile", "compile", "runtime"), scopes(found));
  }

  private static List<String> scopes(Resolution found) {
    return found.artifacts().stream().map(Resolution.Found::scope).toList();
  }

  @Test
  void testsAndOptionalPartsStayAway() throws Exception {
    repository.jar("t:unit:1").jar("t:api:1");
    repository.jar("t:a:1", "t:unit:1 test", "t:api:1 provided");
    assertEquals(List.of("a 1"), TestMaven.names(maven.load("t:a:1")));
  }

  @Test
  void otherScopesComeWhenAskedFor() throws Exception {
    repository.jar("t:unit:1").jar("t:run:1").jar("t:a:1", "t:unit:1 test", "t:run:1 runtime");
    ResolveRequest request = TestMaven.request("t:a:1");
    assertEquals(
        List.of("a 1", "unit 1"),
        TestMaven.names(
            maven.resolve(with(request, List.of(), List.of(), Set.of("compile", "test")))));
    assertEquals(
        List.of("a 1"),
        TestMaven.names(maven.resolve(with(request, List.of(), List.of(), Set.of("compile")))));
  }

  @Test
  void exclusionsStayAway() throws Exception {
    repository.jar("t:c:1").jar("t:b:1", "t:c:1").jar("u:d:1").jar("t:a:1", "t:b:1", "u:d:1");
    ResolveRequest request = TestMaven.request("t:a:1");
    assertEquals(
        List.of("a 1", "b 1"),
        TestMaven.names(
            maven.resolve(with(request, List.of("t:c", "u:*"), List.of(), ResolveRequest.RUN))));
  }

  @Test
  void aBomGivesVersions() throws Exception {
    repository.jar("t:c:2").jar("t:c:1").jar("t:a:3", "t:c:1");
    repository.pom(
        "t:bom:pom:1",
        "<dependencyManagement>"
            + TestRepository.dependencies("t:a:3", "t:c:2")
            + "</dependencyManagement>");
    ResolveRequest request =
        with(
            TestMaven.request("t:a"),
            List.of(),
            List.of(TestRepository.parse("t:bom:1")),
            ResolveRequest.RUN);
    assertEquals(List.of("a 3", "c 2"), TestMaven.names(maven.resolve(request)));
    assertTrue(failure("t:a").contains("no version"), failure("t:a"));
  }

  @Test
  void rangesAndNamesForTheNewestAreVersions() throws Exception {
    repository.jar("t:a:1.0").jar("t:a:1.5").jar("t:a:2.0");
    repository.versions("t:a", "1.0", "1.5", "2.0");
    assertEquals(List.of("a 1.5"), TestMaven.names(maven.resolve(TestMaven.request("t:a:[1,2)"))));
    assertEquals(
        List.of("a 2.0"), TestMaven.names(maven.resolve(TestMaven.request("t:a:RELEASE"))));
    assertEquals(List.of("a 2.0"), TestMaven.names(maven.resolve(TestMaven.request("t:a:LATEST"))));
    String text = failure("t:a:[3,)");
    assertTrue(text.contains("[3,)") && text.contains("1.0, 1.5, 2.0"), text);
    assertTrue(failure("t:none:[1,2)").contains("No version of t:none was found in"));
  }

  @Test
  void aConflictNamesWhoWonAndWhoAsked() throws Exception {
    repository.jar("t:c:1").jar("t:c:2").jar("t:b:1", "t:c:2").jar("t:a:1", "t:b:1", "t:c:1");
    Resolution found = maven.resolve(TestMaven.request("t:a:1"));
    assertEquals(Set.of("a 1", "b 1", "c 1"), Set.copyOf(TestMaven.names(found)));
    Resolution.Conflict conflict = found.conflicts().getFirst();
    assertEquals("t:c:1", conflict.winner().toString());
    assertEquals("2", conflict.loser());
    assertEquals("[t:a:1, t:c:1]", conflict.winnerPath().toString());
    assertEquals("[t:a:1, t:b:1, t:c:2]", conflict.loserPath().toString());
  }

  @Test
  void whatIsLoadedIsNoWorkAndStays() throws Exception {
    repository.jar("t:c:1").jar("t:c:2").jar("t:b:1", "t:c:2").jar("t:a:1", "t:c:1").jar("t:a:2");
    assertEquals(List.of("a 1", "c 1"), TestMaven.names(maven.load("t:a:1")));
    assertTrue(maven.dependencies.isSatisfied(TestMaven.request("t:a:1")));
    assertFalse(maven.dependencies.isSatisfied(TestMaven.request("t:a:2")));
    assertEquals(List.of(), TestMaven.names(maven.load("t:a:1")));

    Resolution again = maven.load("t:a:2");
    assertEquals(List.of(), TestMaven.names(again));
    assertTrue(
        again.notes().getFirst().startsWith("t:a:1 is loaded and stays; version 2 was asked for."),
        again.notes().toString());

    Resolution through = maven.load("t:b:1");
    assertEquals(List.of("b 1"), TestMaven.names(through));
    assertTrue(
        through
            .notes()
            .getFirst()
            .startsWith("t:c:1 is loaded and stays; version 2 was asked for by t:b:1"),
        through.notes().toString());
  }

  @Test
  void whatIsMissingIsNamedWithTheRepositoriesAsked() {
    String text = failure("t:nowhere:1");
    assertTrue(text.startsWith("t:nowhere:1 could not be found."), text);
    assertTrue(text.contains("test (" + repository.url() + "): it is not there"), text);
    assertTrue(text.endsWith("%mavenRepo ID URL"), text);
  }

  @Test
  void offlineFindsWhatWasDownloadedOnly() throws Exception {
    repository.jar("t:a:1").jar("t:b:1");
    maven.resolve(TestMaven.request("t:a:1"));
    try (TestMaven offline = new TestMaven(maven.home, TestMaven.mirror(repository.url()), true)) {
      assertEquals(List.of("a 1"), TestMaven.names(offline.resolve(TestMaven.request("t:a:1"))));
      var thrown =
          assertThrows(
              DependencyException.class, () -> offline.resolve(TestMaven.request("t:b:1")));
      assertTrue(thrown.text().contains("offline, so it was not asked"), thrown.text());
      assertTrue(thrown.text().contains("WEFT_OFFLINE"), thrown.text());
    }
  }

  @Test
  void onlyTheRepositoryNamedIsAsked() throws Exception {
    TestRepository other = new TestRepository(folder.resolve("other")).jar("t:a:1");
    String settings =
        TestMaven.mirror(repository.url()).replace("<mirrorOf>*<", "<mirrorOf>central<");
    try (TestMaven two = new TestMaven(folder.resolve("two"), settings, false)) {
      two.dependencies.addRepository("other", other.url(), "always");
      assertEquals(List.of("central", "other"), List.copyOf(two.dependencies.repositoryIds()));
      ResolveRequest plain = TestMaven.request("t:a:1");
      String text =
          assertThrows(DependencyException.class, () -> two.resolve(from(plain, "central"))).text();
      assertFalse(text.contains("other"), text);
      assertEquals(List.of("a 1"), TestMaven.names(two.resolve(from(plain, "other"))));
      assertTrue(
          assertThrows(DependencyException.class, () -> two.resolve(from(plain, "othr")))
              .text()
              .contains("only central, other"));
    }
  }

  private static ResolveRequest from(ResolveRequest request, String id) {
    return new ResolveRequest(
        request.roots(),
        List.of(),
        List.of(),
        ResolveRequest.RUN,
        Optional.of(id),
        false,
        false,
        List.of());
  }

  @Test
  void sourcesComeWhenAskedForAndAreNotOnTheClassPath() throws Exception {
    repository.jar("t:b:1").jar("t:a:1", "t:b:1").attached("t:a:1", "sources");
    ResolveRequest request =
        new ResolveRequest(
            TestMaven.request("t:a:1").roots(),
            List.of(),
            List.of(),
            ResolveRequest.RUN,
            Optional.empty(),
            false,
            false,
            List.of("sources"));
    Resolution found = maven.resolve(request);
    assertEquals(List.of("a 1", "b 1"), TestMaven.names(found));
    assertEquals(1, found.attachments().size());
    assertTrue(found.attachments().getFirst().file().endsWith("a-1-sources.jar"));
    assertEquals(List.of("t:b:1 has no sources."), found.notes());
  }

  @Test
  void theTreeSaysWhoAskedForWhat() throws Exception {
    repository.jar("t:c:1").jar("t:b:1", "t:c:1").jar("t:a:1", "t:b:1", "t:c:1");
    Resolution.Node root = maven.resolve(TestMaven.request("t:a:1")).tree().getFirst();
    assertEquals("t:a:1", root.coordinates().toString());
    assertEquals(2, root.children().size());
    assertEquals(1, root.children().getFirst().children().size());
  }
}
