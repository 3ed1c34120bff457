"""Takes away every part of template.yaml, one at a time, and says which of them no check misses.

.venv/bin/python checks/removals.py            all of it; takes some minutes
.venv/bin/python checks/removals.py Resources  what lies under one name, such as Resources.Edge

A part is an entry of a mapping or an item of a list, at any depth: a route, an action of a
permission, a setting, an index, an alarm, a header, an event, a line of any of them. Each time the
checks that need no build run on what is left (python3 checks, checks template); the first that
fails has missed it. An error of the linter counts where no check fails.
"""

import collections
import contextlib
import copy
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
sys.path[:0] = [str(FOLDER / "template"), str(FOLDER)]
import loaded  # noqa: E402
import stack  # noqa: E402

# Those that read the template as data, and all that say something of it: the transform takes seconds
# and comes last.
OF_DATA = ["test_permissions", "test_functions", "test_alarms", "test_edge", "test_stores", "test_parameters"]
OF_TEXT = [*OF_DATA, "test_http_events", "test_template", "test_versions"]


def last_line(node):
    """Where the node's own text ends, without comments and blank lines behind it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        end = node.end_mark
        return end.line if end.column else end.line - 1
    return max(last_line(each) for pair in node.value for each in (pair if isinstance(pair, tuple) else (pair,)))


def without_lines(text, first, last):
    lines = text.splitlines(keepends=True)
    return "".join(lines[:first] + lines[last + 1:])


def without_key(text, key, value):
    """The text without one line or several; a list's dash stays for the key that comes next."""
    lines = text.splitlines(keepends=True)
    first, last = key.start_mark.line, last_line(value)
    before = lines[first][: key.start_mark.column]
    if before.strip():
        follows = lines[last + 1] if last + 1 < len(lines) else ""
        lines[last + 1] = before + follows.lstrip()
    return "".join(lines[:first] + lines[last + 1:])


def without_span(text, nodes, place):
    """Of a collection that stands in one line."""
    first, last = nodes[place]
    start, end = first.start_mark.index, last.end_mark.index
    if place + 1 < len(nodes):
        end = nodes[place + 1][0].start_mark.index
    elif place:
        start = nodes[place - 1][1].end_mark.index
    return text[:start] + text[end:]


def parts(text, node, path=()):
    """(path, a way to the text without it) for everything below the node."""
    if isinstance(node, yaml.MappingNode):
        for place, (key, value) in enumerate(node.value):
            here = (*path, key.value)
            if node.flow_style:
                yield here, lambda: without_span(text, node.value, place)
            elif len(node.value) > 1 or not path or isinstance(path[-1], str):
                yield here, lambda: without_key(text, key, value)
            yield from parts(text, value, here)
    elif isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            here = (*path, place)
            if node.flow_style:
                yield here, lambda: without_span(text, [(each, each) for each in node.value], place)
            else:
                yield here, lambda: without_lines(text, item.start_mark.line, last_line(item))
            yield from parts(text, item, here)


def shown(path):
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)[1:]


@contextlib.contextmanager
def taken_away(data, path):
    """The same data without the part, for a while."""
    for key in path:
        if isinstance(data, dict) and isinstance(key, int):
            (data,) = data.values()  # the arguments of a function
        holder, data = data, data[key]
    before = copy.copy(holder)
    del holder[path[-1]]
    yield
    holder.clear()
    holder.extend(before) if isinstance(holder, list) else holder.update(before)


def missed_by(checks):
    """The first check that misses something in what stands in the template now; None if none does."""
    for name in list(checks):
        suite = unittest.defaultTestLoader.loadTestsFromName(name)
        result = unittest.TextTestRunner(stream=io.StringIO(), failfast=True).run(suite)
        if not result.wasSuccessful():
            # What stands next in the template is most likely its as well.
            checks.sort(key=lambda each: each != name)
            test, _ = (result.failures + result.errors)[0]
            return getattr(test, "test_case", test).id()
    return None


def missed_in_the_text(left, before):
    stack.source.write_text(left, encoding="utf-8")
    if loaded.template() == before:
        sys.exit("a part could not be taken away")
    check = missed_by(OF_TEXT)
    return check or ("the linter" if linted(left) else None)


def linted(text):
    """Whether the linter finds an error in it."""
    from cfnlint import lint_all

    return any(match.rule.severity == "error" for match in lint_all(text))


def main(under=""):
    text = stack.text()
    whole = yaml.compose(text, Loader=yaml.CSafeLoader)
    work = tempfile.NamedTemporaryFile("w", suffix=".yaml", delete=False)
    missed, unnoticed = collections.Counter(), 0
    try:
        stack.source = Path(work.name)
        stack.source.write_text(text, encoding="utf-8")
        if (broken := missed_by(list(OF_TEXT))) is not None:
            sys.exit(f"{broken} fails before anything is taken away.")
        before = loaded.template()
        for path, left in parts(text, whole):
            if not shown(path).startswith(under) or path in (("AWSTemplateFormatVersion",), ("Description",)):
                continue
            with taken_away(before, path):
                check = missed_by(OF_DATA)
            if check is None:
                check = missed_in_the_text(left(), before)
                stack.source.write_text(text, encoding="utf-8")
            if check is None:
                unnoticed += 1
                print(f"nobody misses {shown(path)}", flush=True)
            else:
                missed[check] += 1
    finally:
        os.unlink(work.name)
    for check, number in missed.most_common():
        print(f"{number:5} {check}")
    print(f"{missed.total() + unnoticed} parts taken away, {unnoticed} missed by nobody")
    sys.exit(bool(unnoticed))


if __name__ == "__main__":
    main(*sys.argv[1:])
