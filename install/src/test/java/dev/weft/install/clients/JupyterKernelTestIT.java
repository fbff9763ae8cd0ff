package dev.weft.install.clients;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Jupyter's own suite for kernels, whole. */
@WithJupyter
class JupyterKernelTestIT {

  @TestFactory
  Stream<DynamicTest> suite(Jupyter jupyter) throws IOException, InterruptedException {
    return PythonTests.run(
        jupyter,
        "conformance",
        List.of(
            "test_clear_output",
            "test_completion",
            "test_display_data",
            "test_error",
            "test_execute_result",
            "test_execute_stderr",
            "test_execute_stdout",
            "test_history",
            "test_inspect",
            "test_is_complete",
            "test_kernel_info",
            "test_pager",
            "test_recv_iopub_welcome_msg"),
        Map.of("test_pager", "the kernel has no pager"));
  }
}
