#!/usr/bin/env python3
"""Puts the built front end into the stack's bucket, with the config.json that the stack says.

.venv/bin/python tools/publish.py NAME   NAME is an environment of samconfig.toml
"""

import sys
from pathlib import Path

import tomlkit

ROOT = Path(__file__).resolve().parent.parent
FOR_EVER = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


def uploads(files):
    """(name, type, caching) of each, in an order in which no page names what is not there yet.

    What stands under assets has a name of its own for every content. Nothing is removed: a page that
    is open still asks for what it was built with.
    """
    def last(name):
        return (name == "index.html", not name.startswith("assets/"), name)

    for name in sorted({*files, "config.json"}, key=last):
        kind = TYPES.get(Path(name).suffix, "application/octet-stream")
        yield name, kind, FOR_EVER if name.startswith("assets/") else ASK_EACH_TIME


def main(name):
    import boto3

    deploy = tomlkit.parse((ROOT / "samconfig.toml").read_text(encoding="utf-8"))[name]["deploy"]["parameters"]
    session = boto3.Session(region_name=str(deploy["region"]))
    stack = session.client("cloudformation").describe_stacks(StackName=str(deploy["stack_name"]))["Stacks"][0]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    dist = ROOT / "web" / "dist"
    files = {path.relative_to(dist).as_posix(): path for path in dist.rglob("*") if path.is_file()}
    s3 = session.client("s3")
    for name, kind, caching in uploads(files):
        body = outputs["WebConfig"].encode() if name == "config.json" else files[name].read_bytes()
        s3.put_object(Bucket=outputs["WebBucketName"], Key=name, Body=body, ContentType=kind, CacheControl=caching)
    print(f"{len(files)} files; the DNS of the portal leads to {outputs['EdgeDomain']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
