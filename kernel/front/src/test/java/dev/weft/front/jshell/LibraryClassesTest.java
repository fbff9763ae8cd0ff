package dev.weft.front.jshell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.jshell.LibraryClasses.LibraryClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryClassesTest {

  @TempDir Path folder;

  @Test
  void listsThePackagesOfAllJars() throws IOException {
    Path first = jar("first.jar", "a/b/C.class", "a/b/C$D.class", "a/b/readme.txt");
    Path second = jar("second.jar", "a/b/E.class", "f/G.class", "module-info.class");
    LibraryClasses classes = new LibraryClasses(List.of(first, second));

    assertEquals(List.of("a.b.C", "a.b.C$D", "a.b.E"), names(classes, "a.b"));
    assertEquals(List.of("f.G"), names(classes, "f"));
    assertEquals(List.of(), names(classes, "a"));
    assertEquals(List.of(), names(classes, ""));
    assertEquals(List.of(first, second), classes.jars());
  }

  @Test
  void readsAClassAsOftenAsAsked() throws IOException {
    LibraryClasses classes = new LibraryClasses(List.of(jar("one.jar", "a/B.class")));
    for (int i = 0; i < 2; i++) {
      try (InputStream bytes = classes.in("a").getFirst().openInputStream()) {
        assertArrayEquals(bytesOf("a/B.class"), bytes.readAllBytes());
      }
    }
  }

  @Test
  void leavesFoldersToTheCompiler() {
    LibraryClasses classes = new LibraryClasses(List.of(folder));
    assertEquals(List.of(folder), classes.folders());
    assertEquals(List.of(), classes.jars());
  }

  @Test
  void namesAJarThatIsNone() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    Exception thrown =
        assertThrows(UncheckedIOException.class, () -> new LibraryClasses(List.of(broken)));
    assertTrue(String.valueOf(thrown.getMessage()).contains(broken.toString()));
  }

  private static List<String> names(LibraryClasses classes, String packageName) {
    return classes.in(packageName).stream()
        .map(file -> ((LibraryClass) file).binaryName())
        .sorted()
        .toList();
  }

  private Path jar(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.write(bytesOf(entry));
      }
    }
    return file;
  }

  private static byte[] bytesOf(String entry) {
    return entry.getBytes(UTF_8);
  }
}
