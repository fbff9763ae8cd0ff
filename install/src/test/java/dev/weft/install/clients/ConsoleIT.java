package dev.weft.install.clients;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Sessions at a terminal with {@code jupyter console}. */
@WithJupyter
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "types into a pseudo terminal")
class ConsoleIT {

  @TestFactory
  Stream<DynamicTest> sessions(Jupyter jupyter) throws IOException, InterruptedException {
    return PythonTests.run(
        jupyter,
        "console_tests",
        List.of(
            "test_a_session",
            "test_an_incomplete_cell_waits_for_its_end",
            "test_input_is_asked_for"),
        Map.of());
  }
}
