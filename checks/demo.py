"""The demo's pushes, read as the first start reads them: placeholders replaced for a day T."""

import json
import re
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
STOCKHOLM = ZoneInfo("Europe/Stockholm")

# What is pushed and is no fact of a case.
NO_FACTS = ("case", "protection", "contact-details", "message", "message-read")

DAY = re.compile(r"T([+-]\d+)(?: (\d\d):(\d\d))?")
MONTH = re.compile(r"B(0|-\d+)(?: (first|last))?")
PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")


def expand(text, today):
    """The text with every placeholder replaced; one that is no placeholder is an error."""
    return PLACEHOLDER.sub(lambda found: _value(found.group(1), today), text)


def _value(placeholder, today):
    day = DAY.fullmatch(placeholder)
    if day:
        on = today + timedelta(days=int(day.group(1)))
        if day.group(2) is None:
            return on.isoformat()
        at = datetime.combine(on, time(int(day.group(2)), int(day.group(3))), STOCKHOLM)
        return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    month = MONTH.fullmatch(placeholder)
    if not month:
        raise ValueError(f"no such placeholder: {placeholder}")
    first = _month(today + timedelta(days=5), int(month.group(1)))
    if month.group(2) is None:
        return first.strftime("%Y-%m")
    return (first if month.group(2) == "first" else _month(first, 1) - timedelta(days=1)).isoformat()


def _month(day, later):
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


def pushes(today):
    """Every push as (file name, event), in the order of the first start."""
    for path in sorted((ROOT / "events" / "case-updates").glob("*.json")):
        found = json.loads(expand(path.read_text(encoding="utf-8"), today))
        for event in found if isinstance(found, list) else [found]:
            yield path.name, event


def kind(event):
    return event["type"].removeprefix("se.insyn.").removesuffix(".v1")


class Demo:
    """What stands after all pushes: cases by number, and facts by case and id, newest version."""

    def __init__(self, today):
        self.today = today
        self.cases = {}
        self.facts = {}
        for _, event in pushes(today):
            data = event["data"]
            if kind(event) == "case":
                self.cases[data["caseNumber"]] = data
            elif kind(event) not in NO_FACTS:
                self.facts[data["caseNumber"], data["id"]] = (kind(event), data)

    def of(self, case, wanted, **members):
        """The visible facts of one kind in a case that carry these members, oldest first."""
        found = [
            data
            for (number, _), (a_kind, data) in self.facts.items()
            if number == case and a_kind == wanted and data["visible"] and not data.get("retracted")
            and all(data.get(name) == value for name, value in members.items())
        ]
        return sorted(found, key=lambda data: (data["date"], data.get("registeredAt", ""), data["id"]))

    def fact(self, case, identity):
        return self.facts[case, identity][1]

    def day(self, offset):
        return (self.today + timedelta(days=offset)).isoformat()

    def adults(self, case):
        return [
            person["id"]
            for person in self.cases[case]["persons"]
            if person["role"] in ("applicant", "co-applicant", "guardian") and "personalNumber" in person
        ]
