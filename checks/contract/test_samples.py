"""The samples in events/ are what the published contract says."""

import base64
import json
import sys
import unittest
from datetime import date

from documents import CASEWORKER, CITIZEN, DOCS, FILES, ROOT, pointer, validator

sys.path.insert(0, str(ROOT / "checks"))
from demo import kind, pushes  # noqa: E402 - the checks that need no tools have it

TODAYS = (date(2026, 11, 20), date(2027, 1, 1), date(2028, 2, 29))


class EveryPush(unittest.TestCase):
    def test_is_an_event_as_agreed(self):
        judge = validator(DOCS / "schemas" / "event.json")
        for today in TODAYS:
            for name, event in pushes(today):
                with self.subTest(file=name, event=event["id"], today=today):
                    self.assertEqual([error.message for error in judge.iter_errors(event)], [])

    def test_is_as_the_schema_of_its_kind_says_and_says_nothing_else(self):
        for name, event in pushes(TODAYS[0]):
            path = DOCS / "schemas" / f"{kind(event)}.json"
            known = FILES[path]["properties"]
            with self.subTest(file=name, event=event["id"]):
                errors = validator(path).iter_errors(event["data"])
                self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])
                self.assertEqual(set(event["data"]) - set(known), set())

    def test_stands_for_every_schema_but_what_the_demo_does_not_do(self):
        schemas = {path.stem for path in (DOCS / "schemas").glob("*.json")}
        self.assertEqual(
            {kind(event) for _, event in pushes(TODAYS[0])}, schemas - {"common", "event", "erase", "protection-complete"}
        )


class EveryHttpEvent(unittest.TestCase):
    def test_is_a_call_of_the_documents(self):
        for path in sorted((ROOT / "events" / "http").glob("*.json")):
            event = json.loads(path.read_text(encoding="utf-8"))
            if event["resource"] == "$default" or "wrong-method" in path.stem:
                continue
            document = CASEWORKER if event["resource"].startswith("/caseworker") else CITIZEN
            operation = document.content["paths"][event["resource"]][event["httpMethod"].lower()]
            at = pointer("paths", event["resource"], event["httpMethod"].lower())
            with self.subTest(event=path.stem):
                self._has_its_parameters(document, operation, at, event)
                self._has_its_body(document, operation, event)

    def _has_its_parameters(self, document, operation, at, event):
        places = {
            "query": event["queryStringParameters"] or {},
            "path": event["pathParameters"] or {},
            "header": {name.lower(): value for name, value in event["headers"].items()},
        }
        for index, parameter in enumerate(operation.get("parameters", [])):
            known, file, there = document.resolved(parameter)
            place = places[known["in"]]
            name = known["name"].lower() if known["in"] == "header" else known["name"]
            if name not in place:
                self.assertFalse(known.get("required"), name)
                continue
            value = place.pop(name)
            is_whole = known["schema"].get("type") == "integer"
            errors = validator(file, (there or f"{at}/parameters/{index}") + "/schema").iter_errors(
                int(value) if is_whole else value
            )
            self.assertEqual([error.message for error in errors], [], name)
        self.assertEqual(places["query"], {})
        self.assertEqual(places["path"], {})

    def _has_its_body(self, document, operation, event):
        if "requestBody" not in operation:
            self.assertIn(event["body"], (None, ""))
            return
        body, file, there = document.resolved(operation["requestBody"])
        media = next(value for name, value in event["headers"].items() if name.lower() == "content-type")
        at = there or pointer("paths", event["resource"], event["httpMethod"].lower(), "requestBody")
        text = base64.b64decode(event["body"]) if event["isBase64Encoded"] else event["body"]
        judge = validator(file, at + pointer("content", media, "schema"))
        self.assertIn(media, body["content"])
        self.assertEqual([error.message for error in judge.iter_errors(json.loads(text or "{}"))], [])
