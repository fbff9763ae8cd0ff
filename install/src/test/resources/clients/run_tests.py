"""Runs the test cases of one module and writes how each ended: run_tests.py MODULE REPORT."""

import json
import sys
import unittest


class Report(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.ends = {}

    def startTest(self, test):
        super().startTest(test)
        self.ends[test.id()] = {"status": "passed", "detail": ""}

    def end(self, test, status, detail):
        known = self.ends.setdefault(test.id(), {"status": status, "detail": ""})
        if known["status"] != "failed":
            known["status"] = status
        known["detail"] += detail + "\n"

    def addError(self, test, err):
        super().addError(test, err)
        self.end(test, "failed", self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.end(test, "failed", self.failures[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.end(getattr(test, "test_case", test), "skipped", reason)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            kind = self.failures if issubclass(err[0], test.failureException) else self.errors
            self.end(test, "failed", f"{subtest}\n{kind[-1][1]}")


def main():
    module, report_file = sys.argv[1:]
    report = Report()
    unittest.defaultTestLoader.loadTestsFromName(module).run(report)
    ends = [{"name": name, **end} for name, end in report.ends.items()]
    with open(report_file, "w", encoding="utf-8") as file:
        json.dump(ends, file)


main()
