"""Kernels started, interrupted, restarted, killed and shut down by jupyter_client."""

import os
import select
import signal
import unittest

import psutil
from jupyter_client.manager import KernelManager

KERNEL = os.environ["WEFT_KERNEL"]
LIMIT = 120


def wait_for_end(process):
    """Waits for the end of any process; one that its parent has not collected has ended too."""
    try:
        handle = os.pidfd_open(process.pid)
    except ProcessLookupError:
        return
    try:
        if not select.select([handle], [], [], LIMIT)[0]:
            raise AssertionError(f"still there: {process.pid} {process.cmdline()}")
    finally:
        os.close(handle)


class Lifecycle(unittest.TestCase):
    transport = "tcp"

    def setUp(self):
        self.manager = KernelManager(kernel_name=KERNEL, transport=self.transport)
        self.manager.start_kernel()
        self.addCleanup(self.stop)
        self.connect()

    def stop(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=LIMIT)

    def run_cell(self, code, on_output=lambda text: None):
        """Runs a cell to its end; returns the reply, and all text that it printed or returned."""
        texts = []

        def collect(message):
            content = message["content"]
            text = content.get("text") or content.get("data", {}).get("text/plain", "")
            texts.append(text)
            on_output(text)

        reply = self.client.execute_interactive(code, timeout=LIMIT, output_hook=collect)
        return reply["content"], "".join(texts)

    def kernel_process(self):
        return psutil.Process(self.manager.provisioner.pid)

    def processes(self):
        kernel = self.kernel_process()
        return [kernel, *kernel.children(recursive=True)]

    def worker(self):
        [worker] = [p for p in self.processes() if any("weft-worker.jar" in a for a in p.cmdline())]
        return worker

    def assert_runs(self):
        reply, text = self.run_cell("20 + 22")
        self.assertEqual(("ok", "42"), (reply["status"], text))


class TransportTest(Lifecycle):
    def test_tcp(self):
        self.assertEqual("tcp", self.manager.get_connection_info()["transport"])
        self.assert_runs()


class IpcTest(Lifecycle):
    transport = "ipc"

    def test_ipc(self):
        self.assertEqual("ipc", self.manager.get_connection_info()["transport"])
        self.assert_runs()
        self.assertTrue(self.client.is_alive())


class ShutdownTest(Lifecycle):
    def test_shutdown_ends_every_process(self):
        self.assert_runs()
        processes = self.processes()
        self.manager.shutdown_kernel()
        for process in processes:
            wait_for_end(process)

    def test_shutdown_ends_a_busy_kernel_whose_threads_never_end(self):
        endless = "new Thread(() -> { while (true) Thread.onSpinWait(); }).start();"
        self.assertEqual("ok", self.run_cell(endless)[0]["status"])
        processes = self.processes()
        self.client.execute('System.out.println("busy"); while (true) Thread.onSpinWait();')
        self.await_text("busy")
        self.client.shutdown()
        for process in processes:
            wait_for_end(process)

    def await_text(self, text):
        seen = ""
        while text not in seen:
            seen += self.client.get_iopub_msg(timeout=LIMIT)["content"].get("text", "")

    def test_a_killed_kernel_leaves_no_process_behind(self):
        self.assert_runs()
        processes = self.processes()
        self.assertGreater(len(processes), 1, "the kernel has no worker")
        self.kernel_process().send_signal(signal.SIGKILL)
        for process in processes:
            wait_for_end(process)


class RestartTest(Lifecycle):
    def test_restart_forgets_and_runs_again(self):
        self.assertEqual("ok", self.run_cell("int kept = 1;")[0]["status"])
        before = self.processes()
        self.client.stop_channels()
        self.manager.restart_kernel()
        self.connect()
        for process in before:
            wait_for_end(process)
        self.assert_runs()
        self.assertEqual("error", self.run_cell("kept")[0]["status"])

    def test_restart_now_runs_again(self):
        self.client.stop_channels()
        self.manager.restart_kernel(now=True)
        self.connect()
        self.assert_runs()


class InterruptTest(Lifecycle):
    def interrupt_when_started(self, text):
        if "started" in text:
            self.manager.interrupt_kernel()

    def test_an_endless_loop_ends_and_state_is_kept(self):
        self.run_cell("int kept = 3;")
        code = 'System.out.println("started"); while (true) { kept = 4; }'
        reply, _ = self.run_cell(code, self.interrupt_when_started)
        self.assertEqual("error", reply["status"])
        self.assertEqual(("ok", "4"), (self.run_cell("kept")[0]["status"], self.run_cell("kept")[1]))

    def test_a_sleep_ends(self):
        code = 'System.out.println("started"); Thread.sleep(3_600_000);'
        reply, _ = self.run_cell(code, self.interrupt_when_started)
        self.assertEqual("error", reply["status"])
        self.assert_runs()


class WorkerDeathTest(Lifecycle):
    def test_killed_between_cells_the_next_cell_runs(self):
        self.run_cell("int seven() { return 7; }")
        worker = self.worker()
        worker.send_signal(signal.SIGKILL)
        wait_for_end(worker)
        reply, text = self.run_cell("20 + 22")
        self.assertEqual("ok", reply["status"])
        self.assertIn("killed by SIGKILL", text)
        self.assertEqual("42", text.splitlines()[-1])
        self.assertEqual("7", self.run_cell("seven()")[1])
        self.assertNotEqual(worker.pid, self.worker().pid)

    def test_killed_within_a_cell_the_cell_fails_and_the_next_runs(self):
        self.run_cell("int seven() { return 7; }")
        worker = self.worker()

        def kill(text):
            if "started" in text:
                worker.send_signal(signal.SIGKILL)

        reply, _ = self.run_cell('System.out.println("started"); Thread.sleep(3_600_000);', kill)
        self.assertEqual("error", reply["status"])
        wait_for_end(worker)
        self.assert_runs()
        self.assertEqual("7", self.run_cell("seven()")[1])

    def test_exit_in_a_cell_ends_the_worker_only(self):
        kernel = self.kernel_process().pid
        self.assertEqual("error", self.run_cell("System.exit(3);")[0]["status"])
        self.assert_runs()
        self.assertEqual(kernel, self.kernel_process().pid)
