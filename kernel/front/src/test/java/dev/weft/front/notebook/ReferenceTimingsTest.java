package dev.weft.front.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTimingsTest {
  @TempDir Path folder;

  private Path notebook(String metadata) throws IOException {
    return Files.writeString(folder.resolve("a.ipynb"), "{\"metadata\": " + metadata + "}");
  }

  @Test
  void timingsAreFoundByTheirName() throws Exception {
    Path file =
        notebook(
            """
            {"weft": {"reference": {"pools": {"machine": "2 cores", "medians": {"a b": 12.5, "c": 3}}}}}
            """);
    assertEquals(List.of("2 cores", "12.5 a b", "3.0 c"), ReferenceTimings.read(file, "pools"));
    assertEquals(List.of(), ReferenceTimings.read(file, "others"));
  }

  @Test
  void aNotebookWithoutTimingsHasNone() throws Exception {
    assertEquals(List.of(), ReferenceTimings.read(notebook("{}"), "pools"));
    assertEquals(List.of(), ReferenceTimings.read(notebook("{\"weft\": 3}"), "pools"));
  }

  @Test
  void whatIsNoNotebookIsTold() throws Exception {
    Path broken = notebook("{\"weft\": {\"reference\": {\"p\": {\"machine\": []}}}}");
    assertThrows(IOException.class, () -> ReferenceTimings.read(broken, "p"));
    Path text = Files.writeString(folder.resolve("b.ipynb"), "text");
    assertThrows(IOException.class, () -> ReferenceTimings.read(text, "p"));
    assertThrows(IOException.class, () -> ReferenceTimings.read(folder.resolve("no"), "p"));
  }
}
