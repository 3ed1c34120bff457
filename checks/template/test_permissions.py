"""What each function may do, against what it was seen to do.

calls.json is what PermissionsTest of local saw while every route was used; it fails when that is
no longer so, and says what the file must be.
"""

import json
import unittest
from pathlib import Path

from loaded import of, ref, sub, template

CALLS = Path(__file__).with_name("calls.json")
NUMBERS = sub("arn:${AWS::Partition}:sns:*:*:*")
FROM_US = {"StringEquals": {"ses:FromAddress": ref("EmailFrom")}}


def listed(value):
    return value if isinstance(value, list) else [value]


def resource(arn):
    """CasesTable/index/*, as PermissionsTest writes it."""
    name = ".".join(arn["Fn::GetAtt"]) if "Fn::GetAtt" in arn else arn["Fn::Sub"].rsplit(":", 1)[-1]
    named = name.replace("${", "").replace("}", "").replace(".Arn", "")
    return named.replace("FilesBucket", "filesbucket")


class EveryFunction(unittest.TestCase):
    def setUp(self):
        self.statements = {
            name: [statement for policy in each["Properties"]["Policies"] for statement in policy["Statement"]]
            for name, each in of("AWS::Serverless::Function", template()).items()
        }

    def test_may_do_what_it_does_and_nothing_else(self):
        allowed = {}
        for name, statements in self.statements.items():
            allowed[name] = sorted(
                f"{action} {place}"
                for statement in statements
                for action in listed(statement["Action"])
                for place in (["numbers"] if "NotResource" in statement
                              else [resource(each) for each in listed(statement["Resource"])])
            )
        self.assertEqual(allowed, json.loads(CALLS.read_text(encoding="utf-8")))

    def test_may_nothing_by_a_wildcard_or_on_everything(self):
        for name, statements in self.statements.items():
            for statement in statements:
                for action in listed(statement["Action"]):
                    self.assertNotIn("*", action, name)
                self.assertNotIn("*", listed(statement.get("Resource")), name)

    def test_says_of_each_permission_what_it_is_for(self):
        for name, each in of("AWS::Serverless::Function", template()).items():
            (policy,) = each["Properties"]["Policies"]
            self.assertEqual(policy["Version"], "2012-10-17", name)
            for statement in policy["Statement"]:
                with self.subTest(function=name, statement=statement.get("Sid")):
                    self.assertRegex(statement["Sid"], r"^[A-Z][A-Za-z]{4,}$")
                    self.assertEqual(statement["Effect"], "Allow")
                    wanted = {"Sid", "Effect", "Action", "Resource"}
                    if statement["Action"] == "ses:SendRawEmail":
                        self.assertEqual(statement["Condition"], FROM_US)
                        wanted |= {"Condition"}
                    if statement["Action"] == "sns:Publish":
                        self.assertEqual(statement["NotResource"], NUMBERS)
                        wanted = wanted - {"Resource"} | {"NotResource"}
                    self.assertEqual(set(statement), wanted)

    def test_may_only_add_to_the_audit_trail(self):
        for name, statements in self.statements.items():
            for statement in statements:
                if {"Fn::GetAtt": ["AuditTable", "Arn"]} in listed(statement.get("Resource")):
                    self.assertLessEqual(set(listed(statement["Action"])), {"dynamodb:PutItem", "dynamodb:Query"}, name)
