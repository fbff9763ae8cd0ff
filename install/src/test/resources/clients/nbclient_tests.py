"""Notebooks run by nbclient."""

import os
import pathlib
import unittest

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import read, validate
from nbformat.v4 import new_code_cell, new_notebook

KERNEL = os.environ["WEFT_KERNEL"]


def run(*cells, **options):
    notebook = new_notebook(cells=[c if isinstance(c, dict) else new_code_cell(c) for c in cells])
    options = {"timeout": 120, "kernel_name": KERNEL, **options}
    client = NotebookClient(notebook, **options)
    try:
        client.execute()
    finally:
        validate(notebook)
    return notebook


def texts(cell):
    return "".join(output.get("text", "") for output in cell.outputs)


def outputs(cell, kind):
    return [output for output in cell.outputs if output.output_type == kind]


class NbclientTest(unittest.TestCase):
    def test_state_is_kept_between_cells_and_counted(self):
        notebook = run("int i = 20;", "int twice(int n) { return 2 * n; }", "twice(i) + 2")
        self.assertEqual([1, 2, 3], [cell.execution_count for cell in notebook.cells])
        [result] = outputs(notebook.cells[2], "execute_result")
        self.assertEqual("42", result.data["text/plain"])

    def test_output_keeps_its_order_and_stream(self):
        notebook = run('System.out.println("one"); System.err.println("two");')
        streams = {o.name: o.text for o in outputs(notebook.cells[0], "stream")}
        self.assertEqual({"stdout": "one\n", "stderr": "two\n"}, streams)

    def test_ten_thousand_lines_arrive(self):
        notebook = run("for (int i = 0; i < 10_000; i++) System.out.println(i);")
        self.assertEqual([str(i) for i in range(10_000)], texts(notebook.cells[0]).split())

    def test_output_of_threads_is_their_cells(self):
        code = """
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 5; i++) {
              int n = i;
              threads.add(Thread.ofPlatform().start(() -> System.out.println("thread " + n)));
            }
            for (var thread : threads) thread.join();
            """
        lines = texts(run(code, '"next"').cells[0]).splitlines()
        self.assertEqual([f"thread {i}" for i in range(5)], sorted(lines))

    def test_an_exception_stops_the_notebook(self):
        with self.assertRaises(CellExecutionError) as caught:
            run('throw new IllegalStateException("on purpose");', '"never"')
        self.assertIn("IllegalStateException", caught.exception.ename)
        self.assertEqual("on purpose", caught.exception.evalue)

    def test_a_compile_error_stops_the_notebook(self):
        with self.assertRaises(CellExecutionError) as caught:
            run('int wrong = "text";')
        self.assertIn("incompatible types", caught.exception.traceback)

    def test_a_tagged_cell_may_throw(self):
        tagged = new_code_cell("int zero = 0; 1 / zero", metadata={"tags": ["raises-exception"]})
        notebook = run("int kept = 7;", tagged, "kept")
        [error] = outputs(notebook.cells[1], "error")
        self.assertIn("ArithmeticException", error.ename)
        self.assertEqual("/ by zero", error.evalue)
        self.assertTrue(error.traceback)
        [result] = outputs(notebook.cells[2], "execute_result")
        self.assertEqual("7", result.data["text/plain"])

    def test_errors_may_be_allowed(self):
        notebook = run("int[] none = {}; none[0]", '"after"', allow_errors=True)
        [error] = outputs(notebook.cells[0], "error")
        self.assertIn("ArrayIndexOutOfBoundsException", error.ename)
        [result] = outputs(notebook.cells[1], "execute_result")
        self.assertEqual("after", result.data["text/plain"])

    def test_a_display_is_updated_where_it_stands(self):
        notebook = run('String id = display("first");', 'updateDisplay(id, "second");')
        [shown] = outputs(notebook.cells[0], "display_data")
        self.assertEqual("second", shown.data["text/plain"])

    def test_cleared_output_is_gone(self):
        notebook = run('System.out.println("old"); clearOutput(); System.out.println("new");')
        self.assertEqual("new\n", texts(notebook.cells[0]))

    def test_a_cell_out_of_time_is_interrupted_and_the_rest_runs(self):
        notebook = run(
            "int kept = 5;",
            "long n = 0; while (true) n++;",
            "kept",
            timeout_func=lambda cell: 3 if "while" in cell.source else 120,
            interrupt_on_timeout=True,
            allow_errors=True,
        )
        [result] = outputs(notebook.cells[2], "execute_result")
        self.assertEqual("5", result.data["text/plain"])
        self.assertEqual(1, len(outputs(notebook.cells[1], "error")))


    def test_asking_for_input_is_an_error_at_once(self):
        with self.assertRaises(CellExecutionError) as caught:
            run("new Scanner(System.in).nextLine();")
        self.assertIn("InputRefusedException", caught.exception.ename)
        self.assertIn("allow_stdin is false", caught.exception.evalue)

    def test_the_state_of_widgets_is_kept_in_the_notebook(self):
        notebook = run(
            "import dev.weft.widget.*; var bar = new IntProgress(0, 1000); bar",
            "for (int i = 0; i <= 1000; i++) bar.value(i);",
        )
        [result] = outputs(notebook.cells[0], "execute_result")
        view = result.data["application/vnd.jupyter.widget-view+json"]
        states = notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
        model = states[view["model_id"]]
        self.assertEqual("IntProgressModel", model["model_name"])
        self.assertEqual(1000, model["state"]["value"])
        self.assertIn(model["state"]["layout"].removeprefix("IPY_MODEL_"), states)


class NotebooksTest(unittest.TestCase):
    def test_the_notebooks_run(self):
        folder = pathlib.Path(os.environ["WEFT_ROOT"], "notebooks")
        files = sorted(folder.glob(os.environ.get("WEFT_NOTEBOOKS", "*") + ".ipynb"))
        self.assertTrue(files, "no notebooks")
        for file in files:
            with self.subTest(file.name):
                notebook = read(file, as_version=4)
                resources = {"metadata": {"path": str(folder)}}
                NotebookClient(notebook, timeout=120, resources=resources).execute()
                validate(notebook)
                for cell in notebook.cells:
                    if cell.cell_type == "code" and cell.source.strip():
                        self.assertTrue(cell.execution_count, cell.source)
