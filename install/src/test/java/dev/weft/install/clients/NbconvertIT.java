package dev.weft.install.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks run and converted by nbconvert. */
@WithJupyter
class NbconvertIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void pageShowsCodeAndOutput(Jupyter jupyter) throws Exception {
    convert(jupyter, Jupyter.resource("/clients/sample.ipynb"), "html", "sample.html");
    String page = Files.readString(folder.resolve("sample.html"));
    assertTrue(page.contains("hello from 5 threads"), page);
    assertTrue(page.contains("500"), page);
  }

  @Test
  void everyCellOfANotebookIsRun(Jupyter jupyter) throws Exception {
    Path notebook = Jupyter.resource("/clients/sample.ipynb");
    convert(jupyter, notebook, "notebook", "executed.ipynb");
    List<JsonElement> cells = codeCells(folder.resolve("executed.ipynb"));
    assertEquals(codeCells(notebook).size(), cells.size());
    for (JsonElement cell : cells) {
      assertEquals(1, cell.getAsJsonObject().getAsJsonArray("outputs").size(), cell.toString());
    }
  }

  private static List<JsonElement> codeCells(Path notebook) throws IOException {
    JsonArray cells =
        JsonParser.parseString(Files.readString(notebook))
            .getAsJsonObject()
            .getAsJsonArray("cells");
    return StreamSupport.stream(cells.spliterator(), false)
        .filter(c -> c.getAsJsonObject().get("cell_type").getAsString().equals("code"))
        .toList();
  }

  private void convert(Jupyter jupyter, Path notebook, String format, String name)
      throws IOException, InterruptedException {
    jupyter
        .program("jupyter")
        .with("nbconvert", "--execute", "--to", format, notebook.toString())
        .with("--ExecutePreprocessor.kernel_name=" + jupyter.kernelName())
        .with("--output-dir", folder.toString(), "--output", name)
        .run(LIMIT)
        .success();
  }
}
