"""What a municipality decides: samconfig.toml explains it, the template takes it, the pages are told."""

import json
import re
import sys
import unittest

import tomlkit
from demo import ROOT
from loaded import VALUES, template

sys.path.insert(0, str(ROOT / "tools"))
from publish import ASK_EACH_TIME, FOR_EVER, uploads  # noqa: E402


class TheParameters(unittest.TestCase):
    def setUp(self):
        self.whole = template()
        self.parameters = self.whole["Parameters"]
        self.config = (ROOT / "samconfig.toml").read_text(encoding="utf-8")

    def test_are_all_explained_in_samconfig(self):
        lines = self.config.split("parameter_overrides]\n")[1].splitlines()
        explained = {}
        for before, line in zip(lines, lines[1:]):
            if named := re.fullmatch(r'(# )?([A-Z]\w+) = "(.*)"', line):
                self.assertRegex(before, r"^# \S.{15,}\.$", f"what stands before {named[2]}")
                explained[named[2]] = named[3] if named[1] else None
        defaults = {name: each.get("Default") for name, each in self.parameters.items() if name != "Release"}
        self.assertEqual(explained, {name: each if each is None else str(each) for name, each in defaults.items()})

    def test_take_what_samconfig_gives_as_an_example(self):
        given = tomlkit.parse(self.config)["default"]["deploy"]["parameters"]["parameter_overrides"]
        for name, value in {**given, **VALUES}.items():
            self.assertRegex(str(value), self.parameters[name]["AllowedPattern"], name)

    def test_are_described_and_bounded(self):
        for name, each in self.parameters.items():
            with self.subTest(parameter=name):
                self.assertRegex(each["Description"], r"\S.{10,}\.$")
                self.assertTrue({"AllowedPattern", "AllowedValues", "MinValue"} & set(each))
                self.assertEqual("AllowedPattern" in each, "ConstraintDescription" in each)
                if "AllowedPattern" in each:
                    self.assertTrue(each["AllowedPattern"].startswith("^") and each["AllowedPattern"].endswith("$"))

    def test_stand_in_one_group_each(self):
        groups = self.whole["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
        self.assertEqual(sorted(name for group in groups for name in group["Parameters"]), sorted(self.parameters))
        self.assertTrue(all(group["Label"]["default"] for group in groups))

    def test_are_all_used(self):
        rest = json.dumps({name: part for name, part in self.whole.items() if name not in ("Parameters", "Metadata")})
        for name in self.parameters:
            self.assertTrue(f'{{"Ref": "{name}"}}' in rest or f"${{{name}}}" in rest, name)

    def test_refuse_what_would_open_something(self):
        for name, values in {
            "PublicOrigin": ["http://insyn.example.se", "https://insyn.example.se/", "https://insyn.example.se:8443",
                             "https://Insyn.example.se", "https://a@insyn.example.se", "https://*.example.se"],
            "CitizensIssuer": ["http://login.example.se", "https://login.example.se?a=b", "https://login.example.se#a"],
            "SystemsIssuer": ["http://auth.example.se", "https://auth.example.se?a=b", "https://auth.example.se#a"],
            "EdgeCertificate": ["", "arn:aws:acm:eu-north-1:000000000000:certificate/0"],
            "ApiCertificate": [""],
            "WebAcl": ["arn:aws:wafv2:eu-north-1:000000000000:regional/webacl/a/b"],
            "MunicipalityName": ['a"b', "a\\b", " a", ""],
            "MunicipalityPhoneHours": ['a"b', "a\\b", " a", ""],
            "MunicipalityPhone": ['0123"456', "112"],
            "Colours": ['{"a":"b"', '{"a":"b\\"}', '{"a":{}}', "[]"],
            "HomeLink": ["http://example.se", 'https://example.se/"', "javascript:alert(1)"],
            "AccessibilityLink": ["http://example.se", 'https://example.se/"'],
            "PersonalDataLink": ["http://example.se", 'https://example.se/"'],
            "EidTestLink": ["http://example.se", 'https://example.se/"'],
            "EidSupportLink": ["http://example.se", 'https://example.se/"'],
            "LeaveLink": ["http://example.se", 'https://example.se/"'],
            "SystemsClients": ["lifecare", "lifecare=lifecare", "lifecare=/lifecare,"],
            "ProtectionFeeds": ["", "lifecare", "none,/lifecare"],
            "SourcesWithoutMessages": ["", "lifecare", "none,/lifecare"],
            "HiddenKinds": ["", "payment,"],
            "RetentionDays": ["", "document=1", "case=x", "case=1,"],
            "CitizensAcrValues": ["", "a, b", "a,"],
            "CitizensClientId": ["", "a b"],
            "SystemsAudience": ["", "a b"],
            "SmsSender": ["", "123", "Åstorp", "Exempelkommun"],
            "SmsPrefixes": ["", "46", "+0", "+46,"],
            "EmailFrom": ["", "example.se", "a@b", "a b@example.se"],
            "AlarmTopic": ["arn:aws:sqs:eu-north-1:000000000000:a"],
            "Release": ["", "latest", "0123456"],
        }.items():
            for value in values:
                self.assertNotRegex(value, self.parameters[name]["AllowedPattern"], name)

    def test_are_told_to_the_pages_as_the_example_has_them(self):
        told = self.whole["Outputs"]["WebConfig"]["Value"]["Fn::Sub"]
        for name, each in self.parameters.items():
            told = told.replace(f"${{{name}}}", str(VALUES.get(name, each.get("Default"))))
        self.assertNotIn("${", told)
        example = json.loads((ROOT / "web" / "public" / "config.json").read_text(encoding="utf-8"))

        def shape(value):
            return {name: shape(each) for name, each in value.items()} if isinstance(value, dict) else type(value)

        self.assertEqual(shape(json.loads(told)), shape(example))
        self.assertEqual(json.loads(told)["municipality"], VALUES["MunicipalityName"])


class TheFrontEnd(unittest.TestCase):
    def test_goes_up_so_that_no_page_names_what_is_not_there(self):
        files = ["index.html", "config.json", "favicon.svg", "assets/b.js", "assets/a.css"]
        self.assertEqual(
            list(uploads(files)),
            [
                ("assets/a.css", "text/css; charset=utf-8", FOR_EVER),
                ("assets/b.js", "text/javascript; charset=utf-8", FOR_EVER),
                ("config.json", "application/json", ASK_EACH_TIME),
                ("favicon.svg", "image/svg+xml", ASK_EACH_TIME),
                ("index.html", "text/html; charset=utf-8", ASK_EACH_TIME),
            ],
        )

    def test_is_served_as_the_local_run_serves_it(self):
        local = (ROOT / "local/src/main/java/se/insyn/local/gateway/WebFiles.java").read_text(encoding="utf-8")
        self.assertIn(f'? "{FOR_EVER}" : "{ASK_EACH_TIME}"', local)
