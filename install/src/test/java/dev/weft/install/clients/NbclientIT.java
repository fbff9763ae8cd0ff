package dev.weft.install.clients;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Notebooks run by nbclient. */
@WithJupyter
class NbclientIT {

  @TestFactory
  Stream<DynamicTest> cells(Jupyter jupyter) throws IOException, InterruptedException {
    return PythonTests.run(
        jupyter,
        "nbclient_tests",
        List.of(
            "test_a_cell_out_of_time_is_interrupted_and_the_rest_runs",
            "test_a_compile_error_stops_the_notebook",
            "test_a_display_is_updated_where_it_stands",
            "test_a_tagged_cell_may_throw",
            "test_an_exception_stops_the_notebook",
            "test_asking_for_input_is_an_error_at_once",
            "test_cleared_output_is_gone",
            "test_errors_may_be_allowed",
            "test_output_keeps_its_order_and_stream",
            "test_output_of_threads_is_their_cells",
            "test_state_is_kept_between_cells_and_counted",
            "test_ten_thousand_lines_arrive",
            "test_the_notebooks_run",
            "test_the_state_of_widgets_is_kept_in_the_notebook"),
        Map.of());
  }
}
