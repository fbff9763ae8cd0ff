"""jupyter console, typed into at a terminal."""

import os
import unittest

import pexpect

KERNEL = os.environ["WEFT_KERNEL"]


class Console(unittest.TestCase):
    options = []

    def setUp(self):
        patient = "--ZMQTerminalInteractiveShell.kernel_is_complete_timeout=120"
        command = ["console", "--kernel", KERNEL, "--no-confirm-exit", patient]
        environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self.console = pexpect.spawn(
            "jupyter",
            [*command, *self.options],
            env=environment,
            encoding="utf-8",
            timeout=120,
            dimensions=(50, 200),
        )
        self.addCleanup(self.console.close, force=True)
        self.console.expect(r"In \[(\x1b\S*m)?1")

    def quit(self):
        self.console.sendeof()
        self.console.expect(pexpect.EOF)
        self.console.wait()
        self.assertEqual(0, self.console.exitstatus)


class SimplePromptTest(Console):
    options = ["--simple-prompt"]

    def test_a_session(self):
        self.console.sendline("int n = 20;")
        self.console.expect_exact("In [2]:")
        self.console.sendline("n + 22")
        self.console.expect(r"Out\[2\]:\s*42\s")
        self.console.expect_exact("In [3]:")
        self.console.sendline('throw new IllegalStateException("on " + "purpose");')
        self.console.expect_exact("IllegalStateException")
        self.console.expect_exact("on purpose")
        self.console.expect_exact("In [4]:")
        self.console.sendline("n")
        self.console.expect(r"Out\[4\]:\s*20\s")
        self.quit()


    def test_input_is_asked_for(self):
        self.console.sendline('IO.readln("Your " + "name? ").toUpperCase()')
        self.console.expect_exact("Your name? ")
        self.console.sendline("zo\u00eb")
        self.console.expect_exact("ZO\u00cb")
        self.console.expect_exact("In [2]:")
        self.console.sendline('Input.password("To" + "ken? ").length()')
        self.console.expect_exact("Token? ")
        self.console.waitnoecho()
        self.console.sendline("secret")
        self.console.expect(r"Out\[2\]:\s*6\s")
        self.console.expect_exact("In [3]:")
        self.console.sendline("IO.readln() == null")
        self.console.sendeof()
        self.console.expect(r"Out\[3\]:\s*true")
        self.quit()


class FullPromptTest(Console):
    def test_an_incomplete_cell_waits_for_its_end(self):
        self.console.send("int twice(int i) {\rreturn 2 * i;\r}\r")
        self.console.expect(r"\[.*2.*\]:")
        self.console.send("twice(21)\r")
        self.console.expect(r"Out.*42")
        self.console.expect(r"\[.*3.*\]:")
        self.quit()
