"""The Lambda events in events/http are calls that the template's routes would make."""

import json
import re
import unittest

from demo import ROOT
from stack import text


def routes():
    """Path → function, as template.yaml lays them out: one line per route under its function."""
    function = None
    for line in text().splitlines():
        begun = re.match(r"      CodeUri: functions/([\w-]+)/target/", line)
        function = begun.group(1) if begun else function
        path = re.search(r'ApiId: !Ref Api, Path: "?([^",]+)"?, Method: ANY, PayloadFormatVersion: "1.0"', line)
        if path:
            yield path.group(1), function


class EveryHttpEvent(unittest.TestCase):
    def setUp(self):
        self.events = {
            path.stem: json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((ROOT / "events" / "http").glob("*.json"))
        }
        self.routes = dict(routes())

    def test_is_named_after_the_function_that_owns_its_route(self):
        for name, event in self.events.items():
            with self.subTest(event=name):
                self.assertEqual(event["version"], "1.0")
                self.assertTrue(name.startswith(self.routes[event["resource"]]), self.routes)

    def test_has_the_path_and_parameters_of_its_route(self):
        for name, event in self.events.items():
            with self.subTest(event=name):
                path = event["resource"]
                for parameter, value in (event["pathParameters"] or {}).items():
                    path = path.replace("{%s}" % parameter, value)
                self.assertIn(path, (event["path"], "$default"))

    def test_says_the_same_in_single_and_multiple_values(self):
        for name, event in self.events.items():
            with self.subTest(event=name):
                for single, multiple in (
                    ("headers", "multiValueHeaders"),
                    ("queryStringParameters", "multiValueQueryStringParameters"),
                ):
                    self.assertEqual(
                        event[single] or {}, {key: v[-1] for key, v in (event[multiple] or {}).items()}
                    )

    def test_stands_for_every_route(self):
        self.assertEqual({event["resource"] for event in self.events.values()}, set(self.routes))
