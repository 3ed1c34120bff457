"""Runs the checks that need no build, one line per check, ok or FAILED.

python3 checks                     those that need nothing but Python
.venv/bin/python checks contract   those of the published contract, with the tools of bin/test
.venv/bin/python checks template   those of the stack that the template makes, with the same
"""

import sys
import unittest
from pathlib import Path


class Lines(unittest.TextTestResult):
    """Says of every check, with all its parts, whether it held."""

    def stopTest(self, test):
        super().stopTest(test)
        broken = {getattr(found, "test_case", found).id() for found, _ in self.failures + self.errors}
        print("FAILED" if test.id() in broken else "ok", test.id().partition(".")[2], flush=True)


folder = Path(__file__).parent.joinpath(*sys.argv[1:])
suite = unittest.defaultTestLoader.discover(str(folder))
result = unittest.TextTestRunner(resultclass=Lines, stream=sys.stdout, verbosity=0).run(suite)
sys.exit(not result.wasSuccessful())
