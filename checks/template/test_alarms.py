"""What rings, whom it tells, and what operate.md says to do then."""

import json
import re
import unittest

from demo import ROOT
from loaded import get, of, ref, template

TELLS = {"Fn::If": ["SomebodyIsTold", [ref("AlarmTopic")], ref("AWS::NoValue")]}
OVER = {"ComparisonOperator": "GreaterThanThreshold", "AlarmActions": TELLS, "OKActions": TELLS}
HTTP = "CaseworkerApi Login Cases Timeline Decisions Documents Messages Profile".split()
WORKERS = "FileChecks Notifications Upkeep".split()
TABLES = "People Cases Sessions Citizens Messages Systems Notices Audit".split()


def when(datapoints, over, missing="notBreaching"):
    return {**OVER, "EvaluationPeriods": datapoints, "DatapointsToAlarm": datapoints, "Threshold": over,
            "TreatMissingData": missing}


def metric(namespace, name, statistic, period, **dimensions):
    said = {"Namespace": namespace, "MetricName": name, "Statistic": statistic, "Period": period}
    shown = [{"Name": name, "Value": value} for name, value in dimensions.items()]
    return {**said, "Dimensions": shown} if shown else said


def summed(namespace, name, dimension, resources, period, label):
    return {"Metrics": [
        {"Id": each[0].lower() + each[1:], "ReturnData": False, "MetricStat": {
            "Metric": {"Namespace": namespace, "MetricName": name,
                       "Dimensions": [{"Name": dimension, "Value": ref(each + ("Table" if dimension == "TableName" else ""))}]},
            "Period": period, "Stat": "Sum"}}
        for each in resources
    ] + [{"Id": "all", "Expression": "SUM(METRICS())", "Label": label}]}


def emails(status):
    return {"Metric": {"Namespace": ref("AWS::StackName"), "MetricName": "Email",
                       "Dimensions": [{"Name": "Status", "Value": status}]}, "Period": 86400, "Stat": "Sum"}


def logged(name):
    return {**metric(ref("AWS::StackName"), name, "Maximum", 300), **when(3, 0, "breaching")}


ALARMS = {
    "ApiErrorsAlarm": {**metric("AWS/ApiGateway", "5xx", "Sum", 300, ApiId=ref("Api")), **when(2, 4)},
    "WorkerErrorsAlarm": {**summed("AWS/Lambda", "Errors", "FunctionName", WORKERS, 900, "Failed calls"), **when(1, 2)},
    "ThrottlesAlarm": {**summed("AWS/Lambda", "Throttles", "FunctionName", HTTP, 300, "Throttled calls"), **when(2, 0)},
    "TableReadsAlarm": {
        **summed("AWS/DynamoDB", "ReadThrottleEvents", "TableName", TABLES, 300, "Refused reads"), **when(2, 0)},
    "TableWritesAlarm": {
        **summed("AWS/DynamoDB", "WriteThrottleEvents", "TableName", TABLES, 300, "Refused writes"), **when(2, 0)},
    **{
        f"{queue}Alarm": {**metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", 300,
                                   QueueName=get(queue, "QueueName")), **when(1, 0)}
        for queue in ("FileChecksFailures", "NotificationsFailures")
    },
    "CitizensKeyAlarm": {
        **metric("AWS/KMS", "SuccessfulRequest", "Sum", 3600, KeyArn=get("CitizensKey", "Arn"), Operation="GenerateMac"),
        **when(1, ref("CitizensKeyUsesPerHour"))},
    "OutboxWaitsAlarm": logged("OutboxWaits"),
    "ProtectionFeedSilentAlarm": logged("ProtectionFeedSilent"),
    "NoticesStuckAlarm": logged("NoticesStuck"),
    "EmailBouncesAlarm": {
        "Metrics": [
            {"Id": "bounced", "ReturnData": False, "MetricStat": emails("permanent-failure")},
            {"Id": "taken", "ReturnData": False, "MetricStat": emails("sending")},
            {"Id": "rate", "Expression": "IF(taken > 50, 100 * bounced / taken, 0)", "Label": "Bounces of a hundred"},
        ],
        "EvaluationPeriods": 1, "Threshold": 3, "TreatMissingData": "notBreaching", **OVER},
}

# What is counted in a log: the function, the word that it writes as its reason, and how it counts.
COUNTED = {
    "OutboxWaits": ("Upkeep", "outbox-waits", "OutboxWaits", {"DefaultValue": 0}),
    "ProtectionFeedSilent": ("Upkeep", "protection-feed-silent", "ProtectionFeedSilent", {"DefaultValue": 0}),
    "NoticesStuck": ("Notifications", "notices-stuck", "NoticesStuck", {"DefaultValue": 0}),
    "SmsStatus": ("Notifications", "told-by-sms", "Sms", {"Dimensions": [{"Key": "Status", "Value": "$.status"}]}),
    "EmailStatus": ("Notifications", "told-by-email", "Email", {"Dimensions": [{"Key": "Status", "Value": "$.status"}]}),
}


class EveryAlarm(unittest.TestCase):
    def setUp(self):
        self.whole = template()
        self.alarms = of("AWS::CloudWatch::Alarm", self.whole)

    def test_rings_for_what_it_is_there_for_and_tells_the_topic(self):
        self.assertEqual(set(self.alarms), set(ALARMS))
        for name, wanted in ALARMS.items():
            with self.subTest(alarm=name):
                properties = dict(self.alarms[name]["Properties"])
                self.assertRegex(properties.pop("AlarmDescription"), r"\S.{30,}\.$")
                self.assertEqual(properties, wanted)
        self.assertEqual(self.whole["Conditions"]["SomebodyIsTold"], {"Fn::Not": [{"Fn::Equals": [ref("AlarmTopic"), ""]}]})

    def test_watches_every_function_table_and_queue(self):
        self.assertEqual(set(HTTP + WORKERS), set(of("AWS::Serverless::Function", self.whole)))
        self.assertEqual({f"{name}Table" for name in TABLES}, set(of("AWS::DynamoDB::Table", self.whole)))
        self.assertEqual({f"{name}Alarm" for name in of("AWS::SQS::Queue", self.whole)} - set(ALARMS), set())

    def test_has_a_paragraph_that_says_what_to_do(self):
        text = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
        chapter = text.split("\n## When an alarm rings")[1].split("\n## ")[0]
        self.assertEqual(sorted(re.findall(r"^\*\*`(\w+)`\.\*\* \S.{60,}", chapter, re.M)), sorted(ALARMS))

    def test_counts_what_the_functions_log(self):
        filters = of("AWS::Logs::MetricFilter", self.whole)
        self.assertEqual(set(filters), set(COUNTED))
        for name, (function, reason, metric_name, how) in COUNTED.items():
            with self.subTest(filter=name):
                self.assertEqual(filters[name]["Properties"], {
                    "LogGroupName": ref(f"{function}Log"),
                    "FilterPattern": '{ $.reason = "%s" }' % reason,
                    "MetricTransformations": [{"MetricNamespace": ref("AWS::StackName"), "MetricName": metric_name,
                                               "MetricValue": "1", **how}],
                })
                sources = (ROOT / "functions" / function.lower() / "src" / "main").rglob("*.java")
                words = (f'"{reason}"', '"%s" + channel' % re.sub("(sms|email)$", "", reason))
                said = "".join(source.read_text(encoding="utf-8") for source in sources)
                self.assertTrue(any(word in said for word in words), reason)

    def test_is_on_the_one_dashboard(self):
        (dashboard,) = of("AWS::CloudWatch::Dashboard", self.whole).values()
        self.assertEqual(dashboard["Properties"]["DashboardName"], ref("AWS::StackName"))
        body = json.loads(dashboard["Properties"]["DashboardBody"]["Fn::Sub"])
        (shown,) = [each["properties"]["alarms"] for each in body["widgets"] if each["type"] == "alarm"]
        self.assertEqual(sorted(shown), sorted("${%s.Arn}" % name for name in ALARMS))
        named = set(re.findall(r"\$\{(\w+)[.}]", json.dumps(body)))
        self.assertEqual(named - set(self.whole["Resources"]), set())
        for name in HTTP + WORKERS + [f"{table}Table" for table in TABLES] + list(of("AWS::SQS::Queue", self.whole)):
            self.assertIn(name, named)
        self.assertEqual([each["properties"]["title"] for each in body["widgets"]], [
            "Alarms", "Answers", "How long an answer takes (ms, 95 of 100)", "Failed calls", "Calls at once",
            "Refused reads and writes", "Dead letters", "SMS and e-mails by status", "What waits",
            "Personal numbers turned into citizens"])
