"""What must never stand in the repository does not."""

import re
import subprocess
import unittest
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Test numbers that the tax agency has set aside: nobody has them.
TEST_NUMBERS = {
    "190905271474", "197605239917", "196703049988", "191509149991", "200007169915",
    "200308659978", "198406829906",
}
ALLOWED = TEST_NUMBERS | {number[2:] for number in TEST_NUMBERS}
NUMBER = re.compile(r"(?<![\w.])((?:[0-9]{2})?[0-9]{6})[-+ ]?([0-9]{4})(?!\w)")

# Written apart so that this file does not name what it looks for.
FORBIDDEN = {
    "a path of somebody's machine": r"(?<![\w.])/(?:work|root)/\w|/(?:home|Users)/[a-z]\w*/",
    "an address of a package registry": r"(?:index-" + r"url|repo1?\.maven" + r"\.|pypi\." + r"org|registry\." + r"npmjs)",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY-----",
    "a cloud access key": r"\bAKIA[0-9A-Z]{16}\b",
    "unfinished work": r"\b(?:TO" + r"DO|FIX" + r"ME)\b",
    "an issue's number": r"(?i)\bissue" + r"s?[ /]#?\d+",
}


def texts():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )
    for name in sorted(set(filter(None, listed.stdout.split("\0")))):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield name, content.decode("utf-8", errors="replace")


def is_personal_number(digits):
    """Digits with a date, a serial number other than 000 and a right check digit."""
    year, month, day = int(digits[-10:-8]), int(digits[-8:-6]), int(digits[-6:-4])
    day -= 60 if day > 60 else 0
    try:
        date(int(digits[:4]) if len(digits) == 12 else 2000 + year, month, day)
    except ValueError:
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits[-10:])]
    return digits[-4:-1] != "000" and sum(n // 10 + n % 10 for n in doubled) % 10 == 0


class TheRepository(unittest.TestCase):
    def test_has_no_personal_number_but_the_test_numbers(self):
        found = [
            f"{name}:{text.count(chr(10), 0, match.start()) + 1}"
            for name, text in texts()
            for match in NUMBER.finditer(text)
            if is_personal_number("".join(match.groups())) and "".join(match.groups()) not in ALLOWED
        ]
        self.assertEqual(found, [])

    def test_would_find_any_other_personal_number(self):
        for number in sorted(TEST_NUMBERS):
            self.assertTrue(is_personal_number(number), number)
            self.assertTrue(is_personal_number(number[2:]), number)
            for last in "0123456789".replace(number[-1], ""):
                self.assertFalse(is_personal_number(number[:-1] + last))
        written = "".join(["x 19850", "101-1238 "])
        self.assertEqual(NUMBER.search(written).groups(), ("19850101", "1238"))
        self.assertFalse(is_personal_number("201509160006"), "serial 000")

    def test_has_nothing_that_belongs_to_one_machine_or_to_nobody(self):
        found = [
            f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {what}"
            for name, text in texts()
            for what, pattern in FORBIDDEN.items()
            for match in re.finditer(pattern, text)
        ]
        self.assertEqual(found, [])

    def test_has_scripts_that_bash_can_read(self):
        sourced = {"bin/jdk25"}
        for name in [name for name, _ in texts() if name.startswith(("bin/", ".ci/"))]:
            with self.subTest(script=name):
                may_run = bool((ROOT / name).stat().st_mode & 0o100)
                self.assertEqual(may_run, name not in sourced, "may be run")
                read = subprocess.run(["bash", "-n", name], cwd=ROOT, capture_output=True, text=True)
                self.assertEqual((read.returncode, read.stderr), (0, ""))
