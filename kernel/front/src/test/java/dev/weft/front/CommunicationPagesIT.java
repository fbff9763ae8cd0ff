package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.testkit.Execution;
import dev.weft.testkit.environment.MissingToolException;
import dev.weft.testkit.environment.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the cells of the guide's pages about queues, pipes, managers and channels, as they stand
 * there. Where a cell's last line ends with a comment, that is its value.
 */
@Timeout(300)
class CommunicationPagesIT {

  private static final Path GUIDE = Path.of("../docs/guide");
  private static final Pattern CELL = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile(" // (.*)\\s*\\z");

  /** The build's local repository, in which it has put what the page adds. */
  private static final String REPOSITORY = "weft.test.repository";

  @TempDir static Path folder;
  private static RealKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    String repository = System.getProperty(REPOSITORY);
    Map<String, String> environment =
        repository == null ? Map.of() : Map.of("WEFT_MAVEN_REPO", repository, "WEFT_OFFLINE", "1");
    kernel = RealKernel.launch(folder, environment, RealKernel.KEY);
    kernel.client.awaitReady();
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private static String page(String name) throws IOException {
    return Files.readString(GUIDE.resolve(name)).replace("\r\n", "\n");
  }

  private static List<String> section(String heading) throws IOException {
    String page = page("channels.md");
    int from = page.indexOf("\n## " + heading);
    assertTrue(from >= 0, heading);
    int to = page.indexOf("\n## ", from + 1);
    return cells(page.substring(from, to < 0 ? page.length() : to));
  }

  private static List<String> cells(String text) {
    Matcher cell = CELL.matcher(text);
    List<String> cells = new ArrayList<>();
    while (cell.find()) {
      cells.add(cell.group(1));
    }
    return cells;
  }

  private static void run(List<String> cells) {
    int compared = 0;
    for (String each : cells) {
      Execution done = kernel.run(each);
      assertTrue(done.isOk(), () -> each + "\n" + done.reply().content());
      Matcher value = VALUE.matcher(each);
      if (value.find() && !each.strip().endsWith("}")) {
        assertEquals(value.group(1), done.result(), each);
        compared++;
      }
    }
    assertFalse(cells.isEmpty());
    assertTrue(compared > 0);
  }

  @Test
  void queuesAndPipes() throws IOException {
    run(cells(page("queues-and-pipes.md")));
  }

  @Test
  void managers() throws IOException {
    run(cells(page("manager.md")));
  }

  @Test
  void sockets() throws IOException {
    run(section("A socket"));
  }

  @Test
  void filesAndLocks() throws IOException {
    run(section("A file and a lock"));
  }

  @Test
  void zeroMq() throws IOException {
    run(section("JeroMQ"));
  }

  @Test
  void aDatabase() throws IOException {
    run(section("H2"));
  }

  @Test
  void redis() throws Exception {
    requireRedis();
    try (RedisServer server = RedisServer.start(folder)) {
      run(
          section("Redis").stream()
              .map(each -> each.replace("6379", String.valueOf(server.port())))
              .toList());
    }
  }

  private static void requireRedis() {
    try {
      RedisServer.find();
    } catch (MissingToolException e) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(e.getMessage());
      }
      System.err.println("[WARNING] CommunicationPagesIT.redis not run: " + e.getMessage());
      Assumptions.abort(e.getMessage());
    }
  }
}
