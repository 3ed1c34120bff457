"""What calls the functions besides HTTP, what becomes of calls that fail, and how much each may take."""

import re
import unittest

from demo import ROOT
from loaded import get, of, ref, template

RULE = {"MaximumRetryAttempts": 185, "MaximumEventAgeInSeconds": 86400}
NOT_TWICE = {"MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 60}
EVERY_MINUTE = {"Type": "ScheduleV2",
                "Properties": {"ScheduleExpression": "rate(1 minute)", "RetryPolicy": NOT_TWICE}}


def failing(queue):
    return {"MaximumRetryAttempts": 2, "MaximumEventAgeInSeconds": 21600,
            "DestinationConfig": {"OnFailure": {"Type": "SQS", "Destination": get(queue, "Arn")}}}


def rule(source, kind, detail):
    return {"Type": "EventBridgeRule", "Properties": {
        "Pattern": {"source": [source], "detail-type": [kind], "detail": detail},
        "RetryPolicy": RULE, "DeadLetterConfig": {"Arn": get("FileChecksFailures", "Arn")}}}


INCOMING = [{"prefix": "incoming/"}]
EVENTS = {
    "FileChecks": {
        "Arrived": rule("aws.s3", "Object Created",
                        {"bucket": {"name": [ref("FilesBucket")]}, "object": {"key": INCOMING}}),
        "Scanned": rule("aws.guardduty", "GuardDuty Malware Protection Object Scan Result",
                        {"s3ObjectDetails": {"bucketName": [ref("FilesBucket")], "objectKey": INCOMING}}),
    },
    "Notifications": {
        "EveryMinute": EVERY_MINUTE,
        "Feedback": {"Type": "SNS", "Properties": {
            "Topic": ref("FeedbackTopic"),
            "RedrivePolicy": {"deadLetterTargetArn": get("NotificationsFailures", "Arn")}}},
    },
    "Upkeep": {"EveryMinute": EVERY_MINUTE},
}

# What differs from the rest: a worker's handler, its time, its memory, its share of the account.
OWN = {
    "CaseworkerApi": {"ReservedConcurrentExecutions": 40},
    "FileChecks": {"Handler": "se.insyn.filechecks.FileChecksHandler", "Timeout": 120, "ReservedConcurrentExecutions": 10,
                   "EventInvokeConfig": failing("FileChecksFailures")},
    "Notifications": {"Handler": "se.insyn.notifications.NotificationsHandler", "Timeout": 120,
                      "ReservedConcurrentExecutions": 5, "EventInvokeConfig": failing("NotificationsFailures")},
    "Upkeep": {"Handler": "se.insyn.upkeep.UpkeepHandler", "Timeout": 900, "MemorySize": 512,
               "ReservedConcurrentExecutions": 5, "EventInvokeConfig": NOT_TWICE},
}

# Who may leave something in a queue besides the function itself.
LEAVES = {
    "FileChecksFailures": ("RulesLeaveWhatTheyCouldNotDeliver", "events.amazonaws.com",
                           [get("FileChecksArrived", "Arn"), get("FileChecksScanned", "Arn")]),
    "NotificationsFailures": ("TheTopicLeavesWhatItCouldNotDeliver", "sns.amazonaws.com", ref("FeedbackTopic")),
}


def module(function):
    return re.sub(r"(?<!^)([A-Z])", r"-\1", function).lower()


class EveryFunction(unittest.TestCase):
    def setUp(self):
        self.whole = template()
        self.functions = {name: each["Properties"] for name, each in of("AWS::Serverless::Function", self.whole).items()}

    def test_is_a_module_of_its_own_and_says_what_it_is_for(self):
        pom = (ROOT / "functions" / "pom.xml").read_text(encoding="utf-8")
        self.assertEqual(sorted(map(module, self.functions)), sorted(re.findall(r"<module>([\w-]+)</module>", pom)))
        for name, properties in self.functions.items():
            with self.subTest(function=name):
                rest = {key: value for key, value in properties.items() if key not in ("Policies", "Events")}
                self.assertRegex(rest.pop("Description"), r"^[A-Z].{20,}\.$")
                self.assertEqual(rest, {
                    "CodeUri": f"functions/{module(name)}/target/{module(name)}.zip",
                    "AutoPublishCodeSha256": ref("Release"),
                    "LoggingConfig": {"LogGroup": ref(f"{name}Log")},
                    **OWN.get(name, {}),
                })
                if "Handler" in rest:
                    source = ROOT / "functions" / module(name) / "src/main/java" / (rest["Handler"].replace(".", "/") + ".java")
                    self.assertTrue(source.is_file(), source)

    def test_has_in_common_what_is_common(self):
        common = dict(self.whole["Globals"]["Function"])
        variables = common.pop("Environment")["Variables"]
        self.assertEqual(common, {
            "Runtime": "java25", "Handler": "se.insyn.http.HttpFunction", "Architectures": [ref("Architecture")],
            "MemorySize": 1769, "Timeout": 29, "AutoPublishAlias": "live", "SnapStart": {"ApplyOn": "PublishedVersions"},
        })
        self.assertEqual(list(self.whole["Globals"]), ["Function"])
        for name, value in variables.items():
            self.assertEqual(list(value), ["Ref"], name)

    def test_is_called_by_what_calls_it(self):
        called = {
            name: {id: event for id, event in properties["Events"].items() if event["Type"] != "HttpApi"}
            for name, properties in self.functions.items()
        }
        self.assertEqual({name: events for name, events in called.items() if events}, EVENTS)

    def test_has_its_routes_on_the_one_api_in_the_one_format(self):
        for name, properties in self.functions.items():
            for id, event in properties["Events"].items():
                if event["Type"] == "HttpApi":
                    said = {**event["Properties"], "Path": ""}
                    self.assertEqual(said, {"ApiId": ref("Api"), "Path": "", "Method": "ANY", "PayloadFormatVersion": "1.0"},
                                     f"{name} {id}")

    def test_leaves_what_failed_where_somebody_looks(self):
        queues = of("AWS::SQS::Queue", self.whole)
        self.assertEqual(set(queues), set(LEAVES))
        policies = {name: each["Properties"] for name, each in of("AWS::SQS::QueuePolicy", self.whole).items()}
        self.assertEqual(set(policies), {f"{name}Policy" for name in LEAVES})
        for name, (sid, service, source) in LEAVES.items():
            self.assertEqual(queues[name]["Properties"], {"MessageRetentionPeriod": 1209600, "SqsManagedSseEnabled": True})
            self.assertEqual(policies[f"{name}Policy"], {"Queues": [ref(name)], "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [{"Sid": sid, "Effect": "Allow", "Principal": {"Service": service}, "Action": "sqs:SendMessage",
                               "Resource": get(name, "Arn"), "Condition": {"ArnEquals": {"aws:SourceArn": source}}}]}})

    def test_leaves_room_for_the_citizens(self):
        # An account has 1,000 at once, or a tenth of it while it is new.
        self.assertEqual(sum(each.get("ReservedConcurrentExecutions", 0) for each in self.functions.values()), 60)

    def test_keeps_its_log_as_long_as_it_is_told(self):
        logs = of("AWS::Logs::LogGroup", self.whole)
        self.assertEqual(set(logs), {f"{name}Log" for name in [*self.functions, "Api"]})
        for name, each in logs.items():
            self.assertEqual(each, {"Type": "AWS::Logs::LogGroup", "DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete",
                                    "Properties": {"RetentionInDays": ref("LogRetentionDays")}}, name)
