"""The published contract as it lies under docs/: the OpenAPI documents and the schemas they refer to."""

import json
import re
from pathlib import Path

import stack
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
METHODS = ("get", "put", "post", "delete", "patch")


def _read(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)


FILES = {
    path: _read(path)
    for folder in ("openapi", "schemas")
    for path in sorted((DOCS / folder).iterdir())
}


def address(path):
    return "file://" + str(path)


REGISTRY = Registry().with_resources(
    (address(path), Resource.from_contents(content, default_specification=DRAFT202012))
    for path, content in FILES.items()
)


def validator(path, pointer=""):
    """Judges by what stands at a pointer of one of the files."""
    return Draft202012Validator(
        {"$ref": f"{address(path)}#{pointer}"}, registry=REGISTRY, format_checker=FormatChecker(["date"])
    )


def pointer(*names):
    return "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in names)


class OpenApi:
    """One document."""

    def __init__(self, name):
        self.path = DOCS / "openapi" / name
        self.content = FILES[self.path]

    def operations(self):
        """(path, method, operation) of all."""
        for path, item in self.content["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def resolved(self, value):
        """What a reference stands for, and where that is: (value, file, pointer)."""
        found = value
        path, at = self.path, None
        while isinstance(found, dict) and "$ref" in found:
            file, _, at = found["$ref"].partition("#")
            path = (path.parent / file).resolve() if file else path
            found = FILES[path]
            for name in at.split("/")[1:]:
                found = found[name.replace("~1", "/").replace("~0", "~")]
        return found, path, at


CASEWORKER = OpenApi("caseworker.yaml")
CITIZEN = OpenApi("citizen.yaml")


def template_routes():
    """The paths that the template gives to functions, without the one for everything else."""
    return set(re.findall(r'ApiId: !Ref Api, Path: "?([^",]+)"?,', stack.text())) - {"$default"}
