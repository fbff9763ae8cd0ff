package dev.weft.install.clients;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Kernels started, interrupted, restarted, killed and shut down by jupyter_client. */
@WithJupyter
@EnabledOnOs(value = OS.LINUX, disabledReason = "waits for processes by Linux's pidfd")
class LifecycleIT {

  @TestFactory
  Stream<DynamicTest> lifecycle(Jupyter jupyter) throws IOException, InterruptedException {
    return PythonTests.run(
        jupyter,
        "lifecycle_tests",
        List.of(
            "test_a_killed_kernel_leaves_no_process_behind",
            "test_a_sleep_ends",
            "test_an_endless_loop_ends_and_state_is_kept",
            "test_exit_in_a_cell_ends_the_worker_only",
            "test_ipc",
            "test_killed_between_cells_the_next_cell_runs",
            "test_killed_within_a_cell_the_cell_fails_and_the_next_runs",
            "test_restart_forgets_and_runs_again",
            "test_restart_now_runs_again",
            "test_shutdown_ends_a_busy_kernel_whose_threads_never_end",
            "test_shutdown_ends_every_process",
            "test_tcp"),
        Map.of());
  }
}
