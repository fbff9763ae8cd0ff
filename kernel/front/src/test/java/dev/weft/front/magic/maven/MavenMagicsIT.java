package dev.weft.front.magic.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MavenMagicsIT {

  private static final String GREETER =
      """
      package t;
      public class Greeter implements java.util.function.Supplier<String> {
        public static final int VERSION = %d;
        public String get() { return "hello"; }
      }
      """;

  @TempDir private Path folder;

  private TestRepository repository;
  private MavenNotebook notebook;

  @BeforeEach
  void start() throws IOException {
    repository = new TestRepository(folder.resolve("remote"));
    repository.classes("t:greeter:1", "t.Greeter", GREETER.formatted(1));
    repository.classes("t:greeter:2", "t.Greeter", GREETER.formatted(2));
    repository.jar("t:plain:1", "t:greeter:1");
    notebook = new MavenNotebook(folder.resolve("notebook"), repository.url());
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  @Test
  void aDependencyCanBeUsedInTheCellThatAddsIt() {
    notebook.value("int kept = 42; Object late = new Object(); int hash = late.hashCode();");
    assertEquals("hello", notebook.value("%maven t:plain:1\nimport t.*;\nnew Greeter().get()"));
    assertEquals("true", notebook.value("kept == 42 && late.hashCode() == hash"));
    assertEquals("", notebook.output());
    assertEquals("", notebook.errors());
  }

  @Test
  void itsPathsAreAValue() {
    notebook.value("List<String> paths = %maven t:plain:1");
    assertEquals("2", notebook.value("paths.size()"));
    assertEquals("true", notebook.value("paths.get(1).endsWith(\"greeter-1.jar\")"));
    notebook.value("paths = %addMavenDependency t:plain:1");
    assertEquals("0", notebook.value("paths.size()"));
  }

  @Test
  void itIsFoundByNameAsAResourceAndInThreads() {
    notebook.value("%maven t#greeter;1");
    assertEquals("t.Greeter", notebook.value("Class.forName(\"t.Greeter\").getName()"));
    notebook.value(
        """
        var found = new CompletableFuture<String>();
        Thread.ofPlatform().start(() -> {
          try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("notes.txt")) {
            found.complete(new String(in.readAllBytes()));
          } catch (Exception e) { found.completeExceptionally(e); }
        });
        """);
    assertEquals("notes of t.Greeter", notebook.value("found.get(60, TimeUnit.SECONDS)"));
    assertEquals(
        "true", notebook.value("System.getProperty(\"java.class.path\").contains(\"greeter-1\")"));
  }

  @Test
  void servicesAreFound() throws Exception {
    Map<String, byte[]> entries =
        new java.util.LinkedHashMap<>(TestRepository.compile("t.Greeter", GREETER.formatted(3)));
    entries.put(
        "META-INF/services/java.util.function.Supplier",
        "t.Greeter".getBytes(StandardCharsets.UTF_8));
    Files.createDirectories(notebook.folder.resolve("lib"));
    Files.write(notebook.folder.resolve("lib/service.jar"), TestRepository.jarWithBytes(entries));
    notebook.value("%jars lib/");
    assertEquals(
        "hello",
        notebook.value(
            "ServiceLoader.load(java.util.function.Supplier.class).iterator().next().get()"));
  }

  @Test
  void anotherWorkerHasItAgain() {
    notebook.value("%maven t:greeter:1\nString hi() { return new t.Greeter().get(); }");
    assertInstanceOf(CellResult.WorkerDied.class, notebook.run("System.exit(3);"));
    assertEquals("hello", notebook.value("hi()"));
    assertEquals("hello", notebook.value("new t.Greeter().get()"));
  }

  @Test
  void childProcessesHaveItAndSoHaveThoseThatWereStartedBefore() {
    notebook.value("var pool = new ProcessPool(1); int first = pool.apply(() -> 1);");
    notebook.value("%maven t:greeter:1");
    assertEquals(
        "hello", notebook.value("ChildProcess.start(() -> new t.Greeter().get()).result()"));
    assertEquals("hello", notebook.value("pool.apply(() -> new t.Greeter().get())"));
    assertEquals("[1, 2]", notebook.value("pool.map(range(2), i -> t.Greeter.VERSION + i)"));
    notebook.value("pool.close();");
  }

  @Test
  void aSecondVersionStaysAwayAndIsToldAbout() {
    notebook.value("%maven t:greeter:1");
    notebook.value("%maven t:greeter:2");
    assertEquals("1", notebook.value("t.Greeter.VERSION"));
    assertTrue(notebook.errors().startsWith("t:greeter:1 is loaded and stays"), notebook.errors());
  }

  @Test
  void whatIsMissingIsAnErrorOfTheLine() {
    String text = notebook.failure("int before = 7;\n%maven t:nowhere:1\nint after = 8;");
    assertTrue(text.startsWith("DependencyError: t:nowhere:1 could not be found."), text);
    assertTrue(text.contains(repository.url()), text);
    assertEquals("7", notebook.value("before"));
    assertTrue(notebook.failure("%maven").contains("Write what to add"));
    assertTrue(notebook.failure("%maven t:greeter:1 --frm x").contains("no option --frm"));
    assertTrue(notebook.failure("%maven t:greeter:1 --scope x").contains("no scope 'x'"));
    assertTrue(notebook.failure("%maven guava").contains("'guava' names no dependency"));
  }

  @Test
  void anInterruptEndsADownload() throws Exception {
    try (RepositoryServer server = new RepositoryServer(repository.folder).stalling()) {
      notebook.close();
      notebook = new MavenNotebook(folder.resolve("other"), server.url());
      notebook.value("int kept = 42;");
      CompletableFuture<CellResult> result =
          CompletableFuture.supplyAsync(() -> notebook.run("%maven t:greeter:1"));
      assertTrue(server.halfSent.await(60, TimeUnit.SECONDS));
      notebook.interrupt();
      assertInstanceOf(CellResult.Interrupted.class, result.get(20, TimeUnit.SECONDS));
      assertEquals("42", notebook.value("kept"));
    }
  }

  @Test
  void aPomGivesDependencies() throws Exception {
    String dependency = TestRepository.dependency("t:plain:1");
    assertEquals(
        "hello",
        notebook.value("%%loadFromPOM\n" + dependency) + notebook.value("new t.Greeter().get()"));
    Files.writeString(notebook.folder.resolve("pom.xml"), PomText.project(dependency));
    notebook.value("%loadFromPOM pom.xml compile runtime");
    notebook.value("%loadFromPOM . test");
    assertTrue(notebook.failure("%loadFromPOM nowhere.xml").contains("There is no file"));
    assertTrue(notebook.failure("%%loadFromPOM\n<nothing").contains("no XML"));
  }

  @Test
  void linesOfJbangAreRead() throws Exception {
    TestRepository other = new TestRepository(folder.resolve("more"));
    other.jar("u:more:1");
    assertEquals(
        "hello",
        notebook.value(
            "//REPOS other="
                + other.url()
                + "\n//DEPS t:greeter:1, t:plain:1\nnew t.Greeter().get() // %maven no:thing:1"));
    assertTrue(
        notebook.value("List<String> all = %mavenRepo\nall.toString()").contains("test"),
        notebook.output());
  }

  @Test
  void jarsAndFoldersAreAdded() throws Exception {
    Path lib = Files.createDirectories(notebook.folder.resolve("lib/deep"));
    Files.write(lib.resolve("one.jar"), TestRepository.jarWith(Map.of("one.txt", "1")));
    Files.write(lib.resolve("two.jar"), TestRepository.jarWith(Map.of("two.txt", "2")));
    Files.writeString(lib.resolve("no-jar.txt"), "x");
    notebook.value("List<String> jars = %jars lib/*/*.jar");
    assertEquals("2", notebook.value("jars.size()"));
    assertEquals("0", notebook.value("jars = %jars lib/deep/\njars.size()"));
    Files.writeString(
        Files.createDirectories(notebook.folder.resolve("classes")).resolve("c.txt"), "c");
    notebook.value("List<String> more = %classpath classes lib/deep/*.jar");
    assertEquals("1", notebook.value("more.size()"));
    assertEquals("true", notebook.value("ClassLoader.getSystemResource(\"c.txt\") == null"));
    assertEquals(
        "false",
        notebook.value(
            "Thread.currentThread().getContextClassLoader().getResource(\"c.txt\") == null"));
    assertTrue(notebook.failure("%jars lib/none.jar").contains("There is no lib/none.jar"));
    notebook.value("%jars lib/none*.jar");
    assertTrue(notebook.errors().contains("Nothing matches lib/none*.jar."), notebook.errors());
    Files.writeString(lib.resolve("broken.jar"), "x");
    assertTrue(notebook.failure("%jars lib/deep/broken.jar").contains("is not a jar"));
  }

  @Test
  void aTreeAndATableAreShown() {
    notebook.value("%maven t:plain:1 --tree --table");
    assertEquals("t:plain:1\n└─ t:greeter:1\n", notebook.output());
    String table = notebook.displays.getFirst().data().getOrDefault("text/plain", "");
    assertTrue(table.contains("t:greeter") && table.contains("compile"), table);
  }

  @Test
  void manyCellsWithTheSameDependencyStayFast() {
    notebook.value("%maven t:plain:1");
    long first = time(20);
    long last = 0;
    for (int i = 0; i < 9; i++) {
      last = time(20);
    }
    System.out.printf(
        "%%maven again: the first 20 took %d ms, the last 20 of 200 took %d ms%n", first, last);
    assertTrue(last < 20 * 150, last + " ms for 20 cells");
  }

  private long time(int cells) {
    long start = System.nanoTime();
    for (int i = 0; i < cells; i++) {
      notebook.value("%maven t:plain:1");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Test
  void aCachedDependencyIsFast() throws Exception {
    for (int i = 0; i < 12; i++) {
      repository.jar("t:n" + i + ":1", "t:plain:1");
    }
    for (int i = 0; i < 12; i++) {
      notebook.value("%maven t:n" + i + ":1");
    }
    try (MavenNotebook second = new MavenNotebook(notebook.folder, repository.url())) {
      second.value("1 + 1");
      long best = Long.MAX_VALUE;
      StringBuilder times = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        long start = System.nanoTime();
        second.value("%maven t:n" + i + ":1");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        times.append(' ').append(millis);
        best = Math.min(best, millis);
      }
      System.out.println("a cached dependency took, in ms:" + times);
      assertTrue(best < 150, times.toString());
    }
  }
}
