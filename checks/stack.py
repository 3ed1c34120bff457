"""template.yaml as every check reads it, from one place: checks/removals.py puts another text there."""

import re

from demo import ROOT

source = ROOT / "template.yaml"


def text():
    return source.read_text(encoding="utf-8")


def resources():
    """Logical id → (type, text) of every resource."""
    body = text().split("\nResources:\n")[1].split("\nOutputs:\n")[0]
    parts = re.split(r"^  (\w+):\n    Type: (\S+)\n", body, flags=re.M)[1:]
    return {name: (kind, body) for name, kind, body in zip(parts[::3], parts[1::3], parts[2::3])}
