"""What schemathesis cannot guess: who is known, the portal's origin, and facts that are there.

Half of what fits the documents is turned towards cases and facts that exist, so that not every call
ends with 404. Which half is decided by the case itself, so that a seed gives the same calls again.
"""

import hashlib
import json
import os

import requests
import schemathesis
from hypothesis import strategies as st

ORIGIN = os.environ["INSYN_ORIGIN"]
SESSION = os.environ["INSYN_SESSION"]
CASE_NUMBER = os.environ["INSYN_CASE"]

# Test numbers that the tax agency has set aside: nobody has them.
NUMBERS = ["200308659978", "198406829906", "190905271474"]

schemathesis.openapi.format("personal-number", st.sampled_from(NUMBERS))
schemathesis.openapi.format("own-origin", st.just(ORIGIN))


# A case that fits, so that the facts of a snapshot are looked at too.
CASE = {
    "version": 2,
    "area": "other-assistance",
    "type": "Vuxen",
    "status": "open",
    "openedOn": "2026-10-30",
    "office": {"name": "Väster", "phone": "0123-45 67 00"},
    "persons": [
        {"id": "P1", "personalNumber": NUMBERS[0], "name": "Alex Exempel", "role": "applicant", "protection": "none"}
    ],
    "caseworkers": [],
}


def _seen():
    """(kind, caseId, id) of what the session's citizen sees."""
    if SESSION == "null":
        return []  # nobody is logged in: caseworker systems are tried
    seen, cursor = [], None
    while True:
        page = requests.get(
            ORIGIN + "/api/events",
            params={"limit": 100, **({"cursor": cursor} if cursor else {})},
            cookies={"__Host-insyn": SESSION},
            timeout=60,
        ).json()
        seen += [(item["kind"], item["caseId"], item["id"]) for item in page["items"]]
        cursor = page.get("next")
        if not cursor:
            break
    decisions = requests.get(
        ORIGIN + "/api/decisions", cookies={"__Host-insyn": SESSION}, timeout=60
    ).json()["items"]
    return seen + [
        ("calculation", item["caseId"], item["calculationId"]) for item in decisions if "calculationId" in item
    ]


SEEN = _seen()


def _number(*parts):
    """A whole number that is the same for the same parts."""
    text = json.dumps(parts, sort_keys=True, default=str).encode()
    return int.from_bytes(hashlib.sha256(text).digest()[:6], "big")


@schemathesis.hook
def map_case(context, case):
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive:
        return case
    chosen = _number(case.operation.label, case.path_parameters, case.query, case.body)
    if chosen % 2 == 0:
        return case
    if case.path_parameters and "caseId" in case.path_parameters and SEEN:
        kind = {"calculations": "calculation", "documents": "document", "calendar": "appointment"}
        wanted = next((value for word, value in kind.items() if word in case.operation.path), None)
        fitting = [each for each in SEEN if wanted in (None, each[0])] or SEEN
        _, case_id, fact_id = fitting[chosen % len(fitting)]
        case.path_parameters["caseId"] = case_id
        if "id" in case.path_parameters:
            case.path_parameters["id"] = fact_id
    if case.query and "caseNumber" in case.query:
        case.query["caseNumber"] = CASE_NUMBER
    if case.operation.definition.raw.get("operationId") == "putCase" and isinstance(case.body, dict):
        case.body["asOf"] = "2026-11-20T08:12:00Z"
        case.body["case"] = CASE
    events = case.body if isinstance(case.body, list) else [case.body]
    for event in events:
        if isinstance(event, dict) and isinstance(event.get("data"), dict) and "source" in event:
            event["source"] = "/lifecare"
            if "caseNumber" in event["data"]:
                event["data"]["caseNumber"] = CASE_NUMBER
            if "audience" in event["data"]:
                event["data"]["audience"] = ["P1"]
    return case
