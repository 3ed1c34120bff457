#!/usr/bin/env python3
"""Counts what bin/test ran: the reports of Maven and the front end, the checks, and every step that is a test itself.

Prints the parts, the slowest tests and, last, one line: N passed, N failed. Ends with 1 when
anything failed. A step that broke without a failing test counts as one failure, and so do Maven,
the front end, or the checks, without any test.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
STEPS_THAT_ARE_TESTS = {"template"}
STEPS_OF_CHECKS = ("checks", "contract", "stack")


def reported(report):
    """(seconds, class, method, outcome, why) of every test in a report of JUnit's shape."""
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        outcome, why = "passed", ""
        for part in case:
            if part.tag in ("failure", "error"):
                outcome, why = "failed", part.get("message") or part.text or ""
            elif part.tag == "skipped":
                outcome = "skipped"
        seconds = float(case.get("time", "0").replace(",", ""))
        yield seconds, case.get("classname", ""), case.get("name", ""), outcome, why


def surefire():
    """Every test that Maven ran."""
    for folder in ("surefire-reports", "failsafe-reports"):
        for report in sorted(ROOT.glob(f"**/target/{folder}/TEST-*.xml")):
            yield from reported(report)


def of_the_web(logs):
    """Every test of the front end."""
    for report in sorted(logs.glob("web*.xml")):
        yield from reported(report)


def checks(logs):
    """(name, outcome) of every check, from the lines of python3 checks and its folders."""
    for log in (logs / f"{step}.log" for step in STEPS_OF_CHECKS):
        lines = log.read_text() if log.exists() else ""
        for word, name in re.findall(r"^(ok|FAILED) (\w[\w.]*)$", lines, re.M):
            yield name, "passed" if word == "ok" else "failed"


def main():
    logs = Path(sys.argv[1])
    steps = [line.split() for line in (logs / "steps").read_text().splitlines()]
    of_maven, web = list(surefire()), list(of_the_web(logs))
    tests = of_maven + web
    outcomes = [outcome for *_, outcome, _ in tests]
    checked = [outcome for _, outcome in checks(logs)]
    outcomes += checked
    for state, _, name in steps:
        found_by_its_tests = (name in STEPS_OF_CHECKS and "failed" in checked) or (
            name in ("web", "journeys") and any(outcome == "failed" for *_, outcome, _ in web)
        )
        if name in STEPS_THAT_ARE_TESTS or (state == "failed" and not found_by_its_tests):
            outcomes.append(state)

    print("\nSteps")
    for state, seconds, name in steps:
        print(f"  {seconds:>5} s  {name}  {state}")
    if tests:
        print("Slowest tests")
        for seconds, kind, name, *_ in sorted(tests, reverse=True)[:10]:
            print(f"  {seconds:>7.1f} s  {kind.rpartition('.')[2]}.{name}")
    failed = [
        f"{kind}.{name}: {' '.join(why.split())[:400]}"
        for _, kind, name, outcome, why in tests
        if outcome == "failed"
    ]
    failed += [f"check {name}" for name, outcome in checks(logs) if outcome == "failed"]
    failed += [f"step {name}" for state, _, name in steps if state == "failed"]
    for name, ran in (("Maven", of_maven), ("the front end", web), ("python3 checks", checked)):
        if not ran:
            outcomes.append("failed")
            failed.append(f"{name} ran no test")
    if failed:
        print("Failed")
        for name in failed:
            print(f"  {name}")

    skipped = outcomes.count("skipped")
    line = f"{outcomes.count('passed')} passed, {outcomes.count('failed')} failed"
    print("\n" + line + (f", {skipped} skipped" if skipped else ""))
    return 1 if "failed" in outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
