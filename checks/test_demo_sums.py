"""Every sum of the demo holds: by the contract's rules, and as the stories tell it."""

import unittest
from datetime import date

from demo import Demo, kind, pushes

TODAY = date(2026, 11, 20)
HOUSEHOLD, PROGRAMME, LODGER = "EB-2026-00087", "IFO-2026-00123", "EB/2026-77"


def total(rows, member):
    return sum(row[member] for row in rows)


def broken_sums(data):
    """The members of a calculation that do not hold."""
    included = [person for person in data["persons"] if person.get("included", True)]
    granted = {"livelihood": 0, "other-needs": 0}
    for expense in data["expenses"]:
        granted[expense["group"]] += expense["grantedOre"]
    adjustments = total(data.get("adjustments", []), "amountOre")
    counted = [i["basisOre"] - total(i.get("disregards", []), "amountOre") for i in data["incomes"]]
    expected = {
        "personSumOre": total(included, "amountOre"),
        "normSumOre": data["personSumOre"] + data["householdCost"]["amountOre"],
        "expenseSumOre": granted["livelihood"],
        "otherNeedsSumOre": granted["other-needs"],
        "incomeSumOre": total(data["incomes"], "countedOre"),
        "resultOre": data["normSumOre"] + data["expenseSumOre"] + data["otherNeedsSumOre"]
        - data["incomeSumOre"] + adjustments,
    }
    wrong = [member for member, value in expected.items() if data[member] != value]
    if data.get("adjustmentSumOre", 0) != adjustments:
        wrong.append("adjustmentSumOre")
    return wrong + [i["id"] for i, value in zip(data["incomes"], counted) if i["countedOre"] != value]


class Sums(unittest.TestCase):
    def setUp(self):
        self.demo = Demo(TODAY)

    def test_of_every_calculation_hold(self):
        for name, event in pushes(TODAY):
            if kind(event) == "calculation":
                with self.subTest(file=name, event=event["id"]):
                    self.assertEqual(broken_sums(event["data"]), [])

    def test_of_a_calculation_that_is_one_ore_off_do_not_hold(self):
        data = dict(self.demo.fact(HOUSEHOLD, "NB-B0"))
        data["incomeSumOre"] += 1
        self.assertEqual(broken_sums(data), ["incomeSumOre", "resultOre"])

    def test_of_decision_rows_are_the_decided_amount(self):
        for name, event in pushes(TODAY):
            rows = event["data"].get("rows", [])
            if rows and all("grantedOre" in row for row in rows):
                with self.subTest(file=name, event=event["id"]):
                    self.assertEqual(event["data"]["amountOre"], total(rows, "grantedOre"))

    def test_of_the_calculations_are_those_of_the_stories(self):
        members = "personSumOre normSumOre expenseSumOre otherNeedsSumOre incomeSumOre resultOre".split()
        stories = {
            (HOUSEHOLD, "NB-B0"): (17740, 19770, 11753, 1965, 20738, 12750),
            (HOUSEHOLD, "NB-B1"): (17740, 19770, 10883, 0, 19521, 11132),
            (LODGER, "NB-8"): (3940, 4448, 3500, 0, 6800, 728),
            (LODGER, "NB-38"): (3940, 4448, 3500, 0, 8368, -420),
        }
        for (case, identity), kronor in stories.items():
            with self.subTest(calculation=identity):
                found = self.demo.fact(case, identity)
                self.assertEqual([found[member] / 100 for member in members], list(kronor))
                self.assertEqual(found["stage"], "final")

    def test_of_payments_are_what_was_decided(self):
        stories = {
            "BES-9": (12750, [500, 760, 1640, 9850]),
            "BES-39": (11132, [1282, 9850]),
            "BES-69": (10418, [568, 9850]),
            "BES-44": (870, [870]),
            "BES-90": (1495, [1495]),
            "BES-99": (9960, [110, 9850]),
        }
        for identity, (decided, paid) in stories.items():
            with self.subTest(decision=identity):
                decision = self.demo.fact(HOUSEHOLD, identity)
                self.assertEqual(decision["amountOre"], decided * 100)
                self.assertEqual(sum(paid), decided)
                self.assertEqual(sorted(p["amountOre"] / 100 for p in self.payments(decision)), paid)

    def payments(self, decision):
        """Linked by decision, else by application; what came back or was replaced does not count."""
        payments = self.demo.of(HOUSEHOLD, "payment", decisionId=decision["id"])
        payments += [
            payment
            for payment in self.demo.of(HOUSEHOLD, "payment", applicationId=decision.get("applicationId"))
            if "applicationId" in payment and "decisionId" not in payment
        ]
        return [payment for payment in payments if payment["status"] != "returned"]

    def test_of_the_claim_leave_what_remains(self):
        claim = self.demo.fact(HOUSEHOLD, "BES-60")["claim"]
        repaid = self.demo.of(HOUSEHOLD, "incoming-payment", decisionId="BES-60")
        self.assertEqual([payment["amountOre"] for payment in repaid], [240000, 50000])
        self.assertEqual(claim, {"amountOre": 360000, "remainingOre": 360000 - total(repaid, "amountOre")})

    def test_of_the_programme_cancel_out(self):
        paid = self.demo.of(PROGRAMME, "payment", id="UTB-1")
        back = self.demo.of(PROGRAMME, "incoming-payment", paymentId="UTB-1")
        self.assertEqual([p["amountOre"] for p in paid + back], [50000, 50000])
        self.assertEqual(self.demo.fact(PROGRAMME, "BES-2")["amountOre"], 50000)

    def test_of_the_lodger_carry_last_months_surplus(self):
        carried = self.demo.fact(LODGER, "NB-8")["adjustments"][0]["amountOre"]
        self.assertEqual(carried, self.demo.fact(LODGER, "NB-38")["resultOre"])
        self.assertEqual(self.demo.of(LODGER, "payment", id="UTB-4")[0]["amountOre"], 72800)


class Stories(unittest.TestCase):
    def setUp(self):
        self.demo = Demo(TODAY)

    def test_show_seven_decisions_of_the_last_90_days_to_both_adults(self):
        recent = [
            decision
            for decision in self.demo.of(HOUSEHOLD, "decision")
            if self.demo.day(-90) <= decision["date"] <= self.demo.day(0)
        ]
        self.assertEqual(
            [decision["id"] for decision in recent],
            ["BES-90", "BES-69", "BES-62", "BES-60", "BES-44", "BES-39", "BES-9"],
        )
        for decision in recent:
            self.assertEqual(decision["audience"], ["P1", "P2"])

    def test_show_the_day_of_the_programme_in_the_order_of_the_story(self):
        kinds = "application resource-allocation intervention decision document payment incoming-payment"
        facts = [fact for a_kind in kinds.split() for fact in self.demo.of(PROGRAMME, a_kind)]
        facts.sort(key=lambda fact: (fact["date"], fact["registeredAt"], fact["id"]))
        self.assertEqual(
            [fact["id"] for fact in facts],
            "ANS-1 RES-1 INS-1 BES-1 DOK-1 UTB-1 BES-2 BES-3 INB-1 BES-4".split(),
        )

    def test_show_the_work_plan_to_the_co_applicant_alone(self):
        alone = [
            fact["id"] for _, fact in self.demo.facts.values()
            if fact["caseNumber"] == HOUSEHOLD and fact["audience"] == ["P2"]
        ]
        self.assertEqual(alone, ["DOK-AP-30"])

    def test_hide_the_letter_and_the_payment_that_was_wrong(self):
        closed = [
            fact["id"] for _, fact in self.demo.facts.values()
            if not fact["visible"] or fact.get("retracted")
        ]
        self.assertEqual(sorted(closed), ["DOK-BREV-2", "UTB-FEL-8"])

    def test_have_these_people(self):
        people = {
            (number, person["id"]): person["personalNumber"]
            for number, case in self.demo.cases.items()
            for person in case["persons"] if "personalNumber" in person
        }
        self.assertEqual(
            people,
            {
                (HOUSEHOLD, "P1"): "197605239917",
                (HOUSEHOLD, "P2"): "196703049988",
                ("AME-118", "P1"): "197605239917",
                (PROGRAMME, "P1"): "200007169915",
                (LODGER, "P1"): "198406829906",
                ("EB-2026-00300", "P1"): "191509149991",
            },
        )
