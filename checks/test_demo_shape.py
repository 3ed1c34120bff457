"""Every push of the demo has the shape that the contract asks for."""

import hashlib
import re
import unittest
from datetime import date, timedelta

from demo import NO_FACTS, ROOT, Demo, kind, pushes

TODAY = date(2026, 11, 20)

# Members of `data` per kind: required, then optional.
COMMON = "caseNumber id version date".split(), (
    "visible retracted registeredAt applicationId concernedPersons audience".split()
)
MEMBERS = {
    "case": (
        "caseNumber version area type status openedOn office persons caseworkers",
        "closedOn nextStep",
    ),
    "protection": ("personalNumber version protection", "previousNumbers"),
    "contact-details": ("personalNumber version", "phone email"),
    "message": ("caseNumber id version to from text", "threadId subject retracted attachments"),
    "message-read": ("caseNumber threadId messageId readBy readAt", ""),
    "application": ("title", "status period appliedFor calculationId"),
    "decision": (
        "decision outcome decisionMaker",
        "decisionType status replacesId rows organisation legalBasis grounds coApplicantGrounds cause"
        " coApplicantCause period amountOre claim appealable appealTo receivedBy notifiedHere appeal"
        " calculationId documentId",
    ),
    "intervention": (
        "intervention organisation caseworker",
        "status coCaseworker period endReason decisionId baseDecision",
    ),
    "resource-allocation": ("resource resourceType startedOn", "endedOn percent interventionId"),
    "payment": (
        "amountOre method status payee",
        "account reference concernedMonth decisionId replacesId message",
    ),
    "incoming-payment": ("amountOre paymentType", "payer concernedMonth decisionId paymentId"),
    "document": ("title documentType", "typeName author replacesId text file"),
    "appointment": ("startsAt", "endsAt form place with documentId cancelled"),
    "information-request": ("what dueOn status", ""),
    "calculation": (
        "norm period stage persons householdCost expenses incomes"
        " personSumOre normSumOre expenseSumOre otherNeedsSumOre incomeSumOre resultOre",
        "replacesId decisionId adjustments adjustmentSumOre",
    ),
}
LINKS = {
    "applicationId": {"application"},
    "calculationId": {"calculation"},
    "decisionId": {"decision"},
    "documentId": {"document"},
    "interventionId": {"intervention"},
    "paymentId": {"payment"},
}


class EveryPush(unittest.TestCase):
    def setUp(self):
        self.pushes = list(pushes(TODAY))
        self.demo = Demo(TODAY)

    def every(self, check):
        """Holds the check against every push: called with the event, its kind and its data."""
        for name, event in self.pushes:
            with self.subTest(file=name, event=event["id"]):
                check(event, kind(event), event["data"])

    def test_is_a_cloud_event_with_an_id_of_its_own(self):
        def check(event, _kind, _data):
            self.assertEqual(set(event), {"specversion", "id", "source", "type", "time", "data"})
            self.assertEqual(event["specversion"], "1.0")
            self.assertRegex(event["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

        self.every(check)
        ids = [(event["source"], event["id"]) for _, event in self.pushes]
        self.assertEqual(len(ids), len(set(ids)))

    def test_has_every_required_member_and_no_unknown_one(self):
        def check(_, a_kind, data):
            required, optional = (set(words.split()) for words in MEMBERS[a_kind])
            if a_kind not in NO_FACTS:
                required, optional = required | set(COMMON[0]), optional | set(COMMON[1])
            self.assertEqual(required - set(data), set(), "missing")
            self.assertEqual(set(data) - required - optional, set(), "unknown")

        self.every(check)

    def test_stands_with_at_least_one_sample_of_each_kind(self):
        self.assertEqual({kind(event) for _, event in self.pushes}, set(MEMBERS))

    def test_of_one_file_is_of_one_source(self):
        sources = {}
        for name, event in self.pushes:
            sources.setdefault(name, set()).add(event["source"])
        self.assertEqual({name: s for name, s in sources.items() if len(s) != 1}, {})

    def test_raises_the_version_of_its_fact(self):
        versions = {}

        def check(_, a_kind, data):
            if a_kind == "message-read":
                return
            fact = (a_kind, data.get("caseNumber"), data.get("id"), data.get("personalNumber"))
            self.assertGreater(data["version"], versions.get(fact, 0))
            versions[fact] = data["version"]

        self.every(check)

    def test_comes_after_its_case(self):
        seen = set()

        def check(event, a_kind, data):
            case = event["source"], data.get("caseNumber")
            if a_kind == "case":
                seen.add(case)
            elif "caseNumber" in data:
                self.assertIn(case, seen)

        self.every(check)

    def test_says_who_may_see_it_in_persons_of_the_case(self):
        def check(_, a_kind, data):
            if a_kind in NO_FACTS:
                return
            persons = {person["id"] for person in self.demo.cases[data["caseNumber"]]["persons"]}
            self.assertLessEqual(set(data["audience"]), set(self.demo.adults(data["caseNumber"])))
            self.assertLessEqual(set(data.get("concernedPersons", [])), persons)
            self.assertLessEqual(set(re.findall(r"'personId': '(.*?)'", str(data))), persons)

        self.every(check)

    def test_of_a_message_is_to_an_adult_and_from_a_caseworker_of_its_case(self):
        messages = {}

        def check(_, a_kind, data):
            if a_kind not in ("message", "message-read"):
                return
            case = self.demo.cases[data["caseNumber"]]
            who = data["from"] if a_kind == "message" else data["readBy"]
            self.assertIn(who, [{"caseworkerId": c["id"], "name": c["name"]} for c in case["caseworkers"]])
            if a_kind == "message":
                self.assertIn(data["to"], self.demo.adults(data["caseNumber"]))
                thread = data.get("threadId", data["id"])
                self.assertIn(thread, {*messages.get(data["caseNumber"], {}).values(), data["id"]})
                messages.setdefault(data["caseNumber"], {})[data["id"]] = thread
            else:
                self.assertEqual(messages[data["caseNumber"]][data["messageId"]], data["threadId"])

        self.every(check)

    def test_says_of_a_next_step_for_two_adults_who_may_see_it(self):
        for number, case in self.demo.cases.items():
            if "nextStep" in case and len(self.demo.adults(number)) > 1:
                self.assertLessEqual(set(case["nextStep"]["audience"]), set(self.demo.adults(number)))

    def test_says_of_every_person_whether_they_are_protected(self):
        levels = {"none", "confidentiality-marking", "protected-registration"}
        for number, case in self.demo.cases.items():
            for person in case["persons"]:
                with self.subTest(case=number, person=person["id"]):
                    self.assertIn(person["protection"], levels)

    def test_links_to_facts_that_are_there(self):
        def check(_, a_kind, data):
            for member, kinds in {**LINKS, "replacesId": {a_kind}}.items():
                if member in data:
                    found, _ = self.demo.facts[data["caseNumber"], data[member]]
                    self.assertIn(found, kinds, member)

        self.every(check)

    def test_of_a_document_has_a_text_or_the_file_that_lies_here(self):
        here = {
            hashlib.sha256(path.read_bytes()).hexdigest(): path.stat().st_size
            for path in (ROOT / "events" / "files").glob("*.pdf")
        }
        named = set()

        def check(_, a_kind, data):
            if a_kind == "document":
                self.assertEqual(("text" in data) + ("file" in data), 1)
                if "file" in data:
                    self.assertEqual(data["file"]["mediaType"], "application/pdf")
                    self.assertEqual(data["file"]["size"], here[data["file"]["sha256"]])
                    named.add(data["file"]["sha256"])

        self.every(check)
        self.assertEqual(named, set(here))

    def test_holds_on_every_day_of_two_years(self):
        for offset in range(731):
            today = date(2026, 1, 1) + timedelta(days=offset)
            for name, event in pushes(today):
                for period in re.findall(r"'from': '([\d-]+)', 'to': '([\d-]+)'", str(event)):
                    self.assertLessEqual(*period, f"{name} on {today}")
                if "endsAt" in event["data"]:
                    self.assertLess(event["data"]["startsAt"], event["data"]["endsAt"])
