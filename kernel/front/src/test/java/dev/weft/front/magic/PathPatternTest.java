package dev.weft.front.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathPatternTest {

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("a.jar", "lib/b.jar", "lib/c.txt", "lib/deep/d.jar", "x(1).jar")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private List<String> find(String pattern) {
    return PathPattern.find(pattern, folder).stream()
        .map(path -> folder.relativize(path).toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void patternsStandForNames() {
    assertEquals(List.of("a.jar", "x(1).jar"), find("*.jar"));
    assertEquals(List.of("a.jar"), find("?.jar"));
    assertEquals(List.of("x(1).jar"), find("x(?).jar"));
    assertEquals(List.of("lib/b.jar"), find("*/*.jar"));
    assertEquals(List.of("lib/b.jar"), find("lib/*.jar"));
    assertEquals(List.of("lib/b.jar", "lib/c.txt"), find("lib/"));
    assertEquals(List.of("a.jar", "lib/b.jar", "lib/deep/d.jar", "x(1).jar"), find("**/*.jar"));
    assertEquals(List.of("lib/deep/d.jar"), find("lib/deep/**"));
  }

  @Test
  void pathsStandForThemselves() {
    assertEquals(List.of("a.jar"), find("a.jar"));
    assertEquals(List.of("a.jar"), find("./lib/../a.jar"));
    assertEquals(List.of("lib"), find("lib"));
    assertEquals(List.of("a.jar"), find(folder.resolve("a.jar").toString().replace('\\', '/')));
    assertEquals(List.of(), find("none.jar"));
    assertEquals(List.of(), find("none/*.jar"));
    assertEquals(List.of(), find("a.jar/"));
    assertEquals(List.of(), find("\u0000"));
  }

  @Test
  void wildOnesAreKnown() {
    assertTrue(PathPattern.isWild("lib/*.jar"));
    assertTrue(PathPattern.isWild("lib/"));
    assertFalse(PathPattern.isWild("lib/a.jar"));
  }
}
