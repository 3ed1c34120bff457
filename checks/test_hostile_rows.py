"""Every row of the tables of attacks is named where it is tested, or here with the reason why not.

A test names its rows in its display name or in the words over its class, which also say in which
other class a row is that is tested there.
"""

import re
import unittest

from demo import ROOT

# Area → the numbers of its rows; the numbers have gaps.
ROWS = {
    "A": "1-16 18 20-27 29 31-33 35-41 43-46 48-50 52-53",
    "B": "1-4 6-7 9-11 13-19 21-22",
    "C": "1-4 7-11 13-14",
    "D": "1-7 9 11-15 17-18",
    "E": "1-14",
    "F": "1-8 10-11 13-18",
    "G": "1-4 6 8-12 14-20",
    "H": "1-5 7-15 17-24",
}

REGISTER = "there is no population register to ask yet"
SIGNED = "no signed requests, no Idempotency-Key and no client certificates in this contract"
ATTACHMENTS = "citizens hand nothing over yet"

NOT_TESTED = {
    **dict.fromkeys(("D04", "D05", "D07", "D15"), REGISTER),
    **dict.fromkeys("F03 F04 F06 F07 F08 F10 F11 G08 G09 G10 G11 G12 G20".split(), SIGNED),
    "E13": "the key that makes citizens of numbers is never rotated",
    "H18": ATTACHMENTS,
    "H23": "only PDF is taken, which has no tracked changes; who wrote it is what it says",
}

ROW = re.compile(r"\b([A-H])(\d\d)(?:[–-]\1?(\d\d))?\b")
TEST = re.compile(r"\b([A-Z]\w+Test)\b|\b(test_\w+)\.py\b")


def words():
    """The text of every test."""
    for path in [*ROOT.glob("*/**/src/test/java/**/*.java"), *ROOT.glob("checks/**/*.py")]:
        if path.name != "test_hostile_rows.py":
            yield path, path.read_text(encoding="utf-8")


def numbers(text):
    for part in text.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


class EveryRow(unittest.TestCase):
    def setUp(self):
        self.rows = {f"{area}{number:02}" for area, all_ in ROWS.items() for number in numbers(all_)}
        self.words = dict(words())

    def test_is_named_by_a_test_or_left_out_for_a_reason(self):
        named = {
            f"{area}{number:02}"
            for text in self.words.values()
            for area, first, last in ROW.findall(text)
            for number in range(int(first), int(last or first) + 1)
        }
        self.assertEqual(sorted(self.rows - named - set(NOT_TESTED)), [])
        self.assertEqual(sorted(set(NOT_TESTED) - self.rows), [])

    def test_is_sent_to_tests_that_are_there(self):
        there = {path.stem for path in self.words}
        for path, text in self.words.items():
            if "/hostile/" in path.as_posix() and path.suffix == ".java":
                head = text.partition("\nclass ")[0].partition("\nfinal class ")[0]
                javadoc = re.sub(r"(?m)^import .*$", "", head)
                for name in {java or python for java, python in TEST.findall(javadoc)}:
                    self.assertIn(name, there, path.name)
