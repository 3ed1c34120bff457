"""Runs the checks that need no build: python3 checks. One line per check, ok or FAILED."""

import sys
import unittest
from pathlib import Path


class Lines(unittest.TextTestResult):
    """Says of every check, with all its parts, whether it held."""

    def stopTest(self, test):
        super().stopTest(test)
        broken = {getattr(found, "test_case", found).id() for found, _ in self.failures + self.errors}
        print("FAILED" if test.id() in broken else "ok", test.id().partition(".")[2], flush=True)


suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent))
result = unittest.TextTestRunner(resultclass=Lines, stream=sys.stdout, verbosity=0).run(suite)
sys.exit(not result.wasSuccessful())
