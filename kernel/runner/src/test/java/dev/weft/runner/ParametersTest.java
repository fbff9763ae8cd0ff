package dev.weft.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void areInjectedAfterTheirDefaultsWithTheTypesDeclaredThere() throws NotebookException {
    Notebook notebook =
        Notebook.parse(
            TestNotebooks.withCells(
                "1", "parameters|int n = 1;\nfinal double d = 2;\nString s = null;", "2"));
    Parameters.inject(
        notebook, Map.of("n", "5", "d", "7", "s", "7 \"x\"", "big", "5000000000", "free", "yes"));
    List<NotebookCell> cells = notebook.cells();
    assertEquals(4, cells.size());
    assertEquals(
        """
        // Parameters
        var big = 5000000000L;
        double d = 7;
        var free = "yes";
        int n = 5;
        String s = "7 \\"x\\"";\
        """,
        cells.get(2).source());
    assertEquals(List.of("injected-parameters"), List.copyOf(cells.get(2).tags()));
  }

  @Test
  void replaceThoseInjectedBefore() throws NotebookException {
    Notebook notebook = Notebook.parse(TestNotebooks.withCells("parameters|int n = 1;"));
    Parameters.inject(notebook, Map.of("n", "2"));
    Parameters.inject(notebook, Map.of("n", "3"));
    assertEquals(2, notebook.cells().size());
    assertEquals("// Parameters\nint n = 3;", notebook.cells().get(1).source());
  }

  @Test
  void comeFirstWhereThereAreNoDefaults() throws NotebookException {
    Notebook notebook = Notebook.parse(TestNotebooks.withCells("1"));
    Parameters.inject(notebook, Map.of("n", "true"));
    assertEquals("// Parameters\nvar n = true;", notebook.cells().getFirst().source());
  }

  @Test
  void mustFitTheirTypeAndHaveAName() throws NotebookException {
    Notebook notebook = Notebook.parse(TestNotebooks.withCells("parameters|int n = 1;"));
    assertThrows(
        NotebookException.class, () -> Parameters.inject(notebook, Map.of("n", "1; exit()")));
    assertThrows(NotebookException.class, () -> Parameters.inject(notebook, Map.of("n-1", "1")));
  }
}
