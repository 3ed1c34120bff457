"""The OpenAPI documents tell of the routes that there are, and of how each can end."""

import re
import unittest

from documents import CASEWORKER, CITIZEN, DOCS, FILES, ROOT, pointer, template_routes, validator
from jsonschema import Draft202012Validator

BOTH = (CASEWORKER, CITIZEN)


def operations():
    for document in BOTH:
        for path, method, operation in document.operations():
            yield document, path, method, operation


def references(value):
    if isinstance(value, dict):
        for name, member in value.items():
            if name == "$ref":
                yield member
            else:
                yield from references(member)
    elif isinstance(value, list):
        for member in value:
            yield from references(member)


class TheDocuments(unittest.TestCase):
    def test_have_the_routes_of_the_template_and_no_others(self):
        caseworker, citizen = (set(document.content["paths"]) for document in BOTH)
        self.assertEqual(caseworker & citizen, set())
        self.assertEqual(caseworker | citizen, template_routes())
        self.assertTrue(all(path.startswith("/caseworker/") for path in caseworker))
        self.assertFalse(any(path.startswith("/caseworker/") for path in citizen))

    def test_have_the_methods_that_controllers_have(self):
        self.assertEqual(
            {f"{method.upper()} {path}" for _, path, method, _ in operations()}, set(_controllers())
        )

    def test_name_every_operation_once(self):
        names = [operation["operationId"] for _, _, _, operation in operations()]
        self.assertEqual(sorted(names), sorted(set(names)))

    def test_refer_to_nothing_that_is_not_there(self):
        for document in BOTH:
            for reference in references(document.content):
                with self.subTest(document=document.path.name, reference=reference):
                    document.resolved({"$ref": reference})

    def test_say_how_every_call_is_refused(self):
        for document, path, method, operation in operations():
            with self.subTest(operation=operation["operationId"]):
                told = set(operation["responses"])
                self.assertEqual(len(told & {"200", "201", "202", "204"}) or "303" in told, 1)
                open_to_all = {} in operation.get("security", document.content["security"]) or (
                    operation.get("security") == []
                )
                self.assertEqual("401" in told, not open_to_all)
                is_api = path.startswith(("/api/", "/caseworker/"))
                self.assertEqual("400" in told, is_api or path in ("/login/callback", "/logout"))
                self.assertEqual("503" in told, path != "/caseworker/v1/api-info")
                self.assertIn("431", told)
                self.assertEqual("415" in told, "requestBody" in operation)
                self.assertEqual("403" in told, _can_be_forbidden(path, method))
                self.assertFalse(told & {"500", "default"})
                variable = "{" in path or any(
                    document.resolved(each)[0]["name"] in ("case", "caseNumber")
                    for each in operation.get("parameters", [])
                )
                self.assertEqual("404" in told, variable or operation["operationId"] in ("pushUpdates", "sendMessage"))

    def test_say_of_every_answer_that_it_is_not_kept(self):
        for document, _, _, operation in operations():
            for status, response in operation["responses"].items():
                if status == "431":
                    continue  # not ours: the gateway's own
                with self.subTest(operation=operation["operationId"], status=status):
                    self.assertIn("Cache-Control", document.resolved(response)[0]["headers"])

    def test_tell_the_problems_of_the_code_and_no_others(self):
        told = set()
        for problem in FILES[DOCS / "openapi" / "problems.yaml"].values():
            media = problem.get("content", {}).get("application/problem+json")
            if media:
                members = media["schema"]["properties"]
                types = members["type"].get("enum") or [members["type"]["const"]]
                told |= {(name.removeprefix("/problems/"), str(members["status"]["const"])) for name in types}
        known = set()
        for folder in ("shared", "functions"):
            for source in (ROOT / folder).glob("*/src/main/java/**/*.java"):
                known |= {
                    (name, status)
                    for status, name in re.findall(
                        r'(?:Problem\.of|(?<![.\w])of|new Problem)\(\s*(\d{3}),\s*"([a-z-]+)"',
                        source.read_text(encoding="utf-8"),
                    )
                }
        # Nothing from outside leads to a 500.
        self.assertEqual(told, known - {("internal", "500")})

    def test_use_every_problem_that_they_tell(self):
        problems = FILES[DOCS / "openapi" / "problems.yaml"]
        used = {
            reference.partition("#/")[2]
            for document in BOTH
            for reference in references(document.content)
            if reference.startswith("problems.yaml#/")
        }
        self.assertEqual(
            # What holds for every path stands in the description of both.
            {name for name in problems if name not in ("Problem", "headers", "MethodNotAllowed")},
            {name for name in used if name != "Problem" and not name.startswith("headers/")},
        )
        self.assertTrue(all("405" in document.content["info"]["description"] for document in BOTH))


class TheSchemas(unittest.TestCase):
    def test_are_schemas(self):
        for path in sorted((DOCS / "schemas").glob("*.json")):
            with self.subTest(schema=path.name):
                Draft202012Validator.check_schema(FILES[path])
        for document in BOTH:
            for name, schema in document.content["components"]["schemas"].items():
                with self.subTest(document=document.path.name, schema=name):
                    Draft202012Validator.check_schema(schema)

    def test_fit_the_examples(self):
        for document, path, method, operation in operations():
            for place, media in _media(document, path, method, operation):
                for example in _examples(media[0]):
                    with self.subTest(operation=operation["operationId"], place=place):
                        errors = validator(media[1], media[2] + "/schema").iter_errors(example)
                        self.assertEqual([error.message for error in errors], [])

    def test_of_answers_are_exact(self):
        """Every object of an answer closes itself, or is closed wherever it is used."""
        for document in BOTH:
            for name, schema in document.content["components"]["schemas"].items():
                for where, open_object in _open_objects(schema, name):
                    with self.subTest(document=document.path.name, schema=where):
                        self.assertIn(open_object, document.content["components"]["schemas"].values())
                        self.assertIn(name, OPEN_PARTS[document.path.name])


# Parts that others are made of: each use of them is closed by unevaluatedProperties.
OPEN_PARTS = {
    "caseworker.yaml": [],
    "citizen.yaml": ["Caseworker", "NextStep", "EventSummary", "Opened", "Thread", "Draft"],
}


def _open_objects(schema, where):
    if isinstance(schema, dict):
        is_object = schema.get("type") == "object" or "allOf" in schema
        if is_object and "additionalProperties" not in schema and "unevaluatedProperties" not in schema:
            yield where, schema
        for name, member in schema.items():
            if name not in ("if", "then", "not"):
                yield from _open_objects(member, f"{where}/{name}")
    elif isinstance(schema, list):
        for index, member in enumerate(schema):
            yield from _open_objects(member, f"{where}/{index}")


def _can_be_forbidden(path, method):
    changes = method != "get" and not path.startswith("/caseworker/")
    scoped = path.startswith("/caseworker/") and path != "/caseworker/v1/api-info"
    return changes or scoped or path == "/login/callback"


def _media(document, path, method, operation):
    """(place, (media type, file, pointer)) of all bodies, sent and answered."""
    at = pointer("paths", path, method)
    bodies = [("requestBody", operation["requestBody"], at + "/requestBody")] if "requestBody" in operation else []
    bodies += [
        (status, response, at + pointer("responses", status))
        for status, response in operation["responses"].items()
    ]
    for place, body, here in bodies:
        content, file, there = document.resolved(body)
        for name, media in content.get("content", {}).items():
            yield f"{place} {name}", (media, file, (there or here) + pointer("content", name))


def _examples(media):
    if "example" in media:
        yield media["example"]
    for example in media.get("examples", {}).values():
        yield example["value"]


def _controllers():
    """METHOD and path of everything that a controller answers."""
    for source in (ROOT / "functions").glob("*/src/main/java/**/*Controller.java"):
        text = source.read_text(encoding="utf-8")
        begun = re.search(r'@Controller\("([^"]+)"\)', text).group(1)
        for method, arguments in re.findall(r"^  @(Get|Post|Put|Delete|Patch)(?:\((.*?)\))?$", text, re.M):
            more = re.search(r'"(/[^"]*)"', arguments)
            yield f"{method.upper()} {begun}{more.group(1) if more else ''}"
