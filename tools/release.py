#!/usr/bin/env python3
"""Works out the release and writes target/samconfig.toml: samconfig.toml with it.

A function runs a published version, and CloudFormation's transform publishes one only when the
release changes. So everything goes into it that a function is made of: the template, the packaged
functions, and the value of every parameter.

.venv/bin/python tools/release.py NAME   NAME is an environment of samconfig.toml
"""

import hashlib
import json
import sys
from pathlib import Path

import tomlkit

ROOT = Path(__file__).resolve().parent.parent


def release(template, zips, parameters):
    """Differs when any of them does: bytes, name → bytes, name → value."""
    whole = hashlib.sha256(template)
    for name, content in sorted(zips.items()):
        whole.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(content).digest())
    whole.update(json.dumps({name: str(value) for name, value in parameters.items()}, sort_keys=True).encode())
    return whole.hexdigest()


def main(name):
    config = tomlkit.parse((ROOT / "samconfig.toml").read_text(encoding="utf-8"))
    if name not in config:
        sys.exit(f"samconfig.toml has no [{name}].")
    parameters = config[name]["deploy"]["parameters"]["parameter_overrides"]
    zips = {path.name: path.read_bytes() for path in ROOT.glob("functions/*/target/*.zip")}
    parameters["Release"] = release((ROOT / "template.yaml").read_bytes(), zips, parameters)
    (ROOT / "target").mkdir(exist_ok=True)
    (ROOT / "target" / "samconfig.toml").write_text(tomlkit.dumps(config), encoding="utf-8")
    print(f"release {parameters['Release'][:10]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
