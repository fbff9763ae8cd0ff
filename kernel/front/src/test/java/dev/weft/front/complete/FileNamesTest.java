package dev.weft.front.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Completion.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

  @TempDir private Path folder;
  private String begun;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(folder.resolve("data/deep"));
    Files.writeString(folder.resolve("data.csv"), "");
    Files.writeString(folder.resolve("notes.txt"), "");
    Files.writeString(folder.resolve(".hidden"), "");
    begun = folder.toString().replace('\\', '/') + "/";
  }

  private static List<String> texts(String begun) {
    return FileNames.complete(begun, begun.length()).candidates().stream()
        .map(Candidate::text)
        .toList();
  }

  @Test
  void foldersEndWithASlashAndHiddenFilesAreHidden() {
    assertEquals(List.of("data.csv", "data/", "notes.txt"), texts(begun));
    assertEquals(List.of("data.csv", "data/"), texts(begun + "da"));
    assertEquals(List.of("deep/"), texts(begun + "data/"));
    assertEquals(List.of(".hidden"), texts(begun + "."));
  }

  @Test
  void onlyTheLastNameIsReplaced() {
    Completion found = FileNames.complete(begun + "no", 100);
    assertEquals(98, found.start());
    assertEquals(100, found.end());
    assertEquals("path", found.candidates().getFirst().type());
  }

  @Test
  void whereThereIsNoFolderNothingIsOffered() {
    assertTrue(texts(begun + "none/x").isEmpty());
    assertTrue(texts(begun + "data.csv/x").isEmpty());
    assertTrue(texts("\0/x").isEmpty());
  }
}
