package dev.weft.front.magic.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;

@Timeout(120)
class RemoteRepositoriesTest {

  @TempDir private Path folder;

  private TestRepository repository;

  @BeforeEach
  void start() throws IOException {
    repository = new TestRepository(folder.resolve("remote")).jar("t:a:1");
  }

  private TestMaven maven(String settings) throws IOException {
    return new TestMaven(folder.resolve("home"), settings, false);
  }

  private static String server(String id, String name, String password) {
    return "<servers><server><id>%s</id><username>%s</username><password>%s</password></server></servers>"
        .formatted(id, name, password);
  }

  private static String failure(TestMaven maven, String... coordinates) {
    return assertThrows(
            DependencyException.class, () -> maven.resolve(TestMaven.request(coordinates)))
        .text();
  }

  @Test
  void aMirrorStandsInForCentral() throws Exception {
    try (RepositoryServer server = new RepositoryServer(repository.folder);
        TestMaven maven = maven(TestMaven.mirror(server.url()))) {
      assertEquals(List.of("a 1"), TestMaven.names(maven.resolve(TestMaven.request("t:a:1"))));
      assertTrue(server.requests.contains("/t/a/1/a-1.jar"), server.requests.toString());
    }
  }

  @Test
  void aPasswordComesFromTheSettings() throws Exception {
    try (RepositoryServer server = new RepositoryServer(repository.folder).user("me", "secret");
        TestMaven maven = maven(TestMaven.mirror(server.url()) + server("test", "me", "secret"))) {
      assertEquals(List.of("a 1"), TestMaven.names(maven.resolve(TestMaven.request("t:a:1"))));
    }
  }

  @Test
  void aPasswordMayBeEncrypted() throws Exception {
    DefaultPlexusCipher cipher = new DefaultPlexusCipher();
    String password = cipher.encryptAndDecorate("secret", "the master");
    try (RepositoryServer server = new RepositoryServer(repository.folder).user("me", "secret");
        TestMaven maven = maven(TestMaven.mirror(server.url()) + server("test", "me", password))) {
      Files.writeString(
          maven.home.resolve(".m2/settings-security.xml"),
          "<settingsSecurity><master>"
              + cipher.encryptAndDecorate("the master", "settings.security")
              + "</master></settingsSecurity>");
      assertEquals(List.of("a 1"), TestMaven.names(maven.resolve(TestMaven.request("t:a:1"))));
    }
  }

  @Test
  void aRefusalSaysWhatIsMissing() throws Exception {
    try (RepositoryServer server = new RepositoryServer(repository.folder).user("me", "secret");
        TestMaven maven = maven(TestMaven.mirror(server.url()))) {
      String text = failure(maven, "t:a:1");
      assertTrue(text.startsWith("t:a:1 could not be found."), text);
      assertTrue(text.contains("access refused (401)"), text);
      assertTrue(text.contains("<server> with the id 'test'"), text);
    }
    try (RepositoryServer server = new RepositoryServer(repository.folder).user("me", "secret");
        TestMaven maven = maven(TestMaven.mirror(server.url()) + server("test", "me", "wrong"))) {
      String text = failure(maven, "t:a:1");
      assertTrue(text.contains("check user and password"), text);
    }
  }

  @Test
  void aProxyWithPasswordIsUsed() throws Exception {
    try (RepositoryServer proxy =
            new RepositoryServer(repository.folder).user("me", "secret").asProxy();
        TestMaven maven =
            maven(
                TestMaven.mirror("http://repository.invalid/")
                    + "<proxies><proxy><active>true</active><protocol>http</protocol><host>"
                    + proxy.host()
                    + "</host><port>"
                    + proxy.port()
                    + "</port><username>me</username><password>secret</password></proxy></proxies>")) {
      assertEquals(List.of("a 1"), TestMaven.names(maven.resolve(TestMaven.request("t:a:1"))));
      assertTrue(
          proxy.requests.contains("http://repository.invalid/t/a/1/a-1.jar"),
          proxy.requests.toString());
    }
  }

  @Test
  void repositoriesOfActiveProfilesAreAsked() throws Exception {
    String profile =
        "<profiles><profile><id>%s</id>%s<repositories><repository><id>%s</id><url>%s</url>"
            + "</repository></repositories></profile></profiles>";
    String central =
        TestMaven.mirror(folder.resolve("empty").toUri().toString())
            .replace("<mirrorOf>*<", "<mirrorOf>central<");
    String byDefault =
        profile.formatted(
            "p",
            "<activation><activeByDefault>true</activeByDefault></activation>",
            "mine",
            repository.url());
    try (TestMaven maven = maven(central + byDefault)) {
      assertEquals(List.of("a 1"), TestMaven.names(maven.resolve(TestMaven.request("t:a:1"))));
    }
    String named = profile.formatted("p", "", "other", repository.url());
    try (TestMaven maven = maven(central + named)) {
      assertFalse(maven.dependencies.repositoryIds().contains("other"));
    }
    try (TestMaven maven =
        maven(
            central
                + named
                + "<activeProfiles><activeProfile>p</activeProfile></activeProfiles>")) {
      assertTrue(maven.dependencies.repositoryIds().contains("other"));
    }
  }

  @Test
  void theLocalRepositoryIsWhereTheSettingsSay() throws Exception {
    Path local = folder.resolve("elsewhere");
    try (TestMaven maven =
        maven(
            TestMaven.mirror(repository.url())
                + "<localRepository>"
                + local
                + "</localRepository>")) {
      Resolution found = maven.resolve(TestMaven.request("t:a:1"));
      assertTrue(found.artifacts().getFirst().file().startsWith(local));
    }
  }

  @Test
  void wrongSettingsAreNamed() throws Exception {
    try (TestMaven maven = maven("<mirrors>")) {
      String text = failure(maven, "t:a:1");
      assertTrue(text.contains("settings.xml"), text);
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (TestMaven maven = maven(TestMaven.mirror("http://localhost:" + free + "/"))) {
      String text = failure(maven, "t:a:1");
      assertTrue(text.contains("no connection"), text);
    }
    try (TestMaven maven = maven(TestMaven.mirror("http://repository.invalid/"))) {
      String text = failure(maven, "t:a:1");
      assertTrue(text.contains("there is no host repository.invalid"), text);
    }
  }

  @Test
  void aSnapshotIsAskedForAgainWhenThatIsWanted() throws Exception {
    repository.jar("t:s:1-SNAPSHOT");
    String settings =
        TestMaven.mirror(repository.url()).replace("<mirrorOf>*<", "<mirrorOf>central<");
    try (RepositoryServer server = new RepositoryServer(repository.folder);
        TestMaven maven = maven(settings)) {
      maven.dependencies.addRepository("snapshots", server.url(), "never");
      ResolveRequest request = TestMaven.request("t:s:1-SNAPSHOT");
      assertEquals(List.of("s 1-SNAPSHOT"), TestMaven.names(maven.resolve(request)));
      server.requests.clear();
      maven.resolve(request);
      assertEquals(List.of(), server.requests);
      maven.resolve(
          new ResolveRequest(
              request.roots(),
              List.of(),
              List.of(),
              ResolveRequest.RUN,
              request.repository(),
              false,
              true,
              List.of()));
      assertTrue(
          server.requests.contains("/t/s/1-SNAPSHOT/maven-metadata.xml"),
          server.requests.toString());
    }
  }

  @Test
  void aDamagedFileIsNoticed() throws Exception {
    Files.writeString(
        repository.folder.resolve("t/a/1/a-1.jar.sha1"),
        "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    String settings =
        "<profiles><profile><id>p</id><repositories><repository><id>strict</id><url>"
            + repository.url()
            + "</url><releases><checksumPolicy>fail</checksumPolicy></releases></repository>"
            + "</repositories></profile></profiles><activeProfiles><activeProfile>p</activeProfile>"
            + "</activeProfiles>"
            + TestMaven.mirror(folder.resolve("empty").toUri().toString())
                .replace("<mirrorOf>*<", "<mirrorOf>central<");
    try (TestMaven maven = maven(settings)) {
      String text = failure(maven, "t:a:1");
      assertTrue(text.contains("the file is damaged"), text);
    }
  }
}
