"""What runs is a published version, whatever calls a function calls it, and every change publishes one."""

import copy
import json
import sys
import unittest

from demo import ROOT
from loaded import VALUES, get, of, ref, template, transformed

sys.path.insert(0, str(ROOT / "tools"))
from release import release  # noqa: E402


def versions(made):
    return {each["Properties"]["FunctionName"]["Ref"]: name for name, each in of("AWS::Lambda::Version", made).items()}


class EveryFunction(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.whole = template()
        cls.functions = of("AWS::Serverless::Function", cls.whole)
        cls.made = transformed(cls.whole, VALUES)

    def test_starts_a_published_version_from_a_snapshot(self):
        made = of("AWS::Lambda::Function", self.made)
        self.assertEqual(set(made), set(self.functions))
        for name, each in made.items():
            with self.subTest(function=name):
                self.assertEqual(each["Properties"]["SnapStart"], {"ApplyOn": "PublishedVersions"})
                self.assertEqual(each["Properties"]["Architectures"], [ref("Architecture")])
                self.assertEqual(each["Properties"]["Runtime"], "java25")
                self.assertEqual(
                    self.made["Resources"][f"{name}Aliaslive"]["Properties"],
                    {"Name": "live", "FunctionName": ref(name),
                     "FunctionVersion": get(versions(self.made)[name], "Version")},
                )

    def test_keeps_earlier_versions_to_go_back_to(self):
        for name, each in of("AWS::Lambda::Version", self.made).items():
            self.assertEqual(each["DeletionPolicy"], "Retain", name)

    def test_is_published_anew_when_any_parameter_changes(self):
        parameters = {name: each.get("Default", VALUES.get(name)) for name, each in self.whole["Parameters"].items()}
        del parameters["Release"]
        now = release(b"template", {"a.zip": b"code"}, parameters)
        self.assertEqual(release(b"template", {"a.zip": b"code"}, dict(parameters)), now)
        other_releases = {
            name: release(b"template", {"a.zip": b"code"}, {**parameters, name: f"{value}0"})
            for name, value in parameters.items()
        } | {
            "code": release(b"template", {"a.zip": b"other code"}, parameters),
            "template": release(b"other template", {"a.zip": b"code"}, parameters),
        }
        self.assertEqual(len({now[:10], *(each[:10] for each in other_releases.values())}), len(other_releases) + 1)
        pattern = self.whole["Parameters"]["Release"]["AllowedPattern"]
        self.assertRegex(now, pattern)

        before = versions(transformed(self.whole, {**VALUES, "Release": now}))
        again = versions(transformed(self.whole, {**VALUES, "Release": now}))
        after = versions(transformed(self.whole, {**VALUES, "Release": other_releases["MunicipalityName"]}))
        self.assertEqual(before, again)
        self.assertEqual(set(before), set(self.functions))
        self.assertEqual([name for name in before if before[name] == after[name]], [])

    def test_is_not_published_anew_by_the_transform_alone(self):
        # Why there is a release: should this fail one day, it can go.
        other = {**VALUES, "MunicipalityName": "Annanby kommun", "RetentionDays": "case=1"}
        self.assertEqual(versions(transformed(self.whole, other)), versions(self.made))
        every_property = copy.deepcopy(self.whole)
        every_property["Globals"]["Function"]["AutoPublishAliasAllProperties"] = True
        for function in of("AWS::Serverless::Function", every_property).values():
            del function["Properties"]["AutoPublishCodeSha256"]
        self.assertEqual(
            versions(transformed(every_property, other)), versions(transformed(every_property, VALUES)))

    def test_is_called_by_its_alias_alone(self):
        for name, each in self.made["Resources"].items():
            if each["Type"] in ("AWS::Lambda::Version", "AWS::Lambda::Alias", "AWS::CloudWatch::Alarm",
                                "AWS::CloudWatch::Dashboard", "AWS::Lambda::EventInvokeConfig"):
                continue
            said = json.dumps(each)
            for function in self.functions:
                with self.subTest(resource=name, function=function):
                    for by_name in (f'{{"Ref": "{function}"}}', f'["{function}", "Arn"]', f'${{{function}.Arn}}'):
                        self.assertNotIn(by_name, said)
        for name, each in of("AWS::Lambda::EventInvokeConfig", self.made).items():
            self.assertEqual(each["Properties"]["Qualifier"], "live", name)
