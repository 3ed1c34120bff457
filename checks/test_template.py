"""What template.yaml must say of its tables, keys and permissions, read as the text it is.

sam validate --lint holds the rest of it; here stands what a linter cannot know.
"""

import re
import unittest

from demo import ROOT
from stack import resources, text

SETTINGS = (
    "MUNICIPALITY_NAME MUNICIPALITY_PHONE MUNICIPALITY_PHONE_HOURS PUBLIC_ORIGIN"
    " CITIZENS_ISSUER CITIZENS_CLIENT_ID CITIZENS_ACR_VALUES"
    " SYSTEMS_ISSUER SYSTEMS_AUDIENCE SYSTEMS_CLIENTS"
    " PEOPLE_TABLE CASES_TABLE SESSIONS_TABLE CITIZENS_TABLE MESSAGES_TABLE SYSTEMS_TABLE NOTICES_TABLE AUDIT_TABLE"
    " FILES_BUCKET MALWARE_SCAN"
    " CITIZENS_KEY LOGIN_KEY RETENTION_DAYS EVENTS_PER_MINUTE HIDDEN_KINDS PROTECTION_FEEDS"
    " SOURCES_WITHOUT_MESSAGES"
    " SMS_PREFIXES CODES_PER_DAY SMS_SENDER EMAIL_FROM EMAIL_CONFIGURATION_SET FEEDBACK_TOPIC NOTICES_PER_SECOND"
).split()

EXPIRING = ("SessionsTable", "CitizensTable", "MessagesTable", "SystemsTable", "NoticesTable")


class TheTemplate(unittest.TestCase):
    def setUp(self):
        self.resources = resources()

    def of(self, kind):
        return {name: body for name, (found, body) in self.resources.items() if found == kind}

    def test_allows_nobody_everything(self):
        # What each function uses is held against its policies where the functions run, in local.
        for name, body in self.of("AWS::Serverless::Function").items():
            self.assertNotRegex(body, r"(?:Action|-) \S*\*|Resource: \"?\*", name)

    def test_and_the_functions_know_nothing_of_the_local_run(self):
        of_the_local_run = r"endpointOverride|endpoint-override|AWS_ENDPOINT|aws\.endpoint|/dev\b|se\.insyn\.local"
        self.assertNotRegex(text(), of_the_local_run)
        for folder in ("functions", "shared"):
            for source in (ROOT / folder).glob("*/src/main/**/*"):
                if source.suffix in (".java", ".properties", ".xml"):
                    self.assertNotRegex(source.read_text(encoding="utf-8"), of_the_local_run, source)

    def test_gives_every_function_the_same_settings(self):
        variables = text().split("      Variables:\n")[1].split("\nResources:")[0]
        self.assertEqual(re.findall(r"^        (\w+): !Ref \w+$", variables, flags=re.M), SETTINGS)
        self.assertEqual(text().count("Variables:"), 1)

    def test_keeps_and_encrypts_every_table(self):
        tables = self.of("AWS::DynamoDB::Table")
        self.assertEqual(len(tables), 8)
        for name, body in tables.items():
            for line in (
                "DeletionPolicy: Retain",
                "UpdateReplacePolicy: Retain",
                "BillingMode: PAY_PER_REQUEST",
                "DeletionProtectionEnabled: true",
                "PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }",
                "SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !Ref TableKey }",
            ):
                with self.subTest(table=name, line=line):
                    self.assertIn(line, body)
            expires = "TimeToLiveSpecification: { AttributeName: ttl, Enabled: true }"
            self.assertEqual(expires in body, name in EXPIRING, name)

    def test_has_five_local_indexes_of_cases_and_a_global_one_of_notices_alone(self):
        body = self.resources["CasesTable"][1]
        self.assertEqual(
            re.findall(r"IndexName: (\w+)", body),
            ["byDate", "byKind", "byApplication", "byParent", "byOpen"],
        )
        included = "Projection: { ProjectionType: INCLUDE, NonKeyAttributes: [line, audience] }"
        self.assertEqual(body.count(included), 5)
        global_ones = {name for name, (_, body) in self.resources.items() if "GlobalSecondaryIndexes" in body}
        self.assertEqual(global_ones, {"NoticesTable"})

    def test_has_three_local_indexes_of_messages(self):
        body = self.resources["MessagesTable"][1]
        self.assertEqual(
            re.findall(r"IndexName: (\w+)", body), ["byActivity", "byTime", "unread"]
        )
        self.assertEqual(body.count("Projection: { ProjectionType: ALL }"), 2)

    def test_keeps_every_key(self):
        keys = self.of("AWS::KMS::Key")
        self.assertEqual(set(keys), {"TableKey", "FilesKey", "FeedbackKey", "CitizensKey", "LoginKey"})
        for name, body in keys.items():
            self.assertIn("DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain", body, name)
        self.assertIn("EnableKeyRotation: true", keys["TableKey"])
        self.assertIn("EnableKeyRotation: true", keys["FilesKey"])
        self.assertIn("KeySpec: HMAC_256\n      KeyUsage: GENERATE_VERIFY_MAC", keys["CitizensKey"])
        self.assertIn("KeySpec: ECC_NIST_P256\n      KeyUsage: SIGN_VERIFY", keys["LoginKey"])

    def test_says_how_long_the_log_of_every_function_is_kept(self):
        logs = self.of("AWS::Logs::LogGroup")
        for name, body in self.of("AWS::Serverless::Function").items():
            self.assertIn(f"LogGroup: !Ref {name}Log\n", body)
            self.assertIn("RetentionInDays: !Ref LogRetentionDays", logs[f"{name}Log"])

    def test_keeps_and_encrypts_files_where_nobody_looks_in(self):
        body = self.resources["FilesBucket"][1]
        for line in (
            "DeletionPolicy: Retain",
            "UpdateReplacePolicy: Retain",
            "BlockPublicAcls: true",
            "BlockPublicPolicy: true",
            "IgnorePublicAcls: true",
            "RestrictPublicBuckets: true",
            "Rules: [{ ObjectOwnership: BucketOwnerEnforced }]",
            "BucketKeyEnabled: true",
            "{ SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt FilesKey.Arn }",
            "VersioningConfiguration: { Status: Enabled }",
            "EventBridgeConfiguration: { EventBridgeEnabled: true }",
            "Prefix: incoming/\n            ExpirationInDays: 7",
            "Prefix: exports/\n            ExpirationInDays: 1",
            "AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }",
            "NoncurrentVersionExpiration: { NoncurrentDays: 1 }",
            "AllowedOrigins: [!Ref PublicOrigin]\n            AllowedMethods: [PUT]\n"
            "            AllowedHeaders: [content-type, if-none-match, x-amz-checksum-sha256]",
        ):
            with self.subTest(line=line):
                self.assertIn(line, body)

    def test_denies_what_no_permission_may_allow_for_files(self):
        body = self.resources["FilesBucketPolicy"][1]
        self.assertNotIn("Effect: Allow", body)
        for sid, condition in (
            ("EncryptedOnTheWay", 'Bool: { aws:SecureTransport: "false" }'),
            ("NoOldProtocol", 'NumericLessThan: { s3:TlsVersion: "1.2" }'),
            ("NoOldSignature", 'NumericGreaterThan: { s3:signatureAge: "600000" }'),
            ("NothingIsOverwritten", '"Null": { s3:if-none-match: "true" }'),
            ("OnlyTheCheckPutsWhatIsServed", "ArnNotEquals: { aws:PrincipalArn: !GetAtt FileChecksRole.Arn }"),
            ("OnlyTheCheckAndUpkeepDelete", "[!GetAtt FileChecksRole.Arn, !GetAtt UpkeepRole.Arn]"),
            ("OnlyUpkeepPutsExports", "ArnNotEquals: { aws:PrincipalArn: !GetAtt UpkeepRole.Arn }"),
            ("OnlyTheCheckAndTheScannerReadWhatArrived", "!GetAtt FileChecksRole.Arn"),
            (
                "NotEvenTheCheckReadsWhatIsNotClean",
                "StringNotEquals: { s3:ExistingObjectTag/GuardDutyMalwareScanStatus: NO_THREATS_FOUND }",
            ),
            ("OnlyTheScannerSaysWhatIsClean", "s3:PutObjectTagging"),
        ):
            with self.subTest(statement=sid):
                self.assertIn(condition, body.split(f"Sid: {sid}\n")[1].split("Sid: ")[0])
        self.assertEqual(body.count("Effect: Deny"), 10)

    def test_has_malware_looked_for_where_the_account_can(self):
        self.assertIn("Default: guardduty\n    AllowedValues: [guardduty, none]", text())
        for name in ("MalwareScanPlan", "MalwareScanRole"):
            self.assertIn("Condition: ScannedByGuardDuty", self.resources[name][1], name)
        self.assertIn("ObjectPrefixes: [incoming/]", self.resources["MalwareScanPlan"][1])
        self.assertIn("Tagging: { Status: ENABLED }", self.resources["MalwareScanPlan"][1])

    def test_rings_for_what_upkeep_sees_and_when_nobody_looks(self):
        # The same reasons stand in what upkeep logs; its own tests hold that.
        for name, reason in (("OutboxWaits", "outbox-waits"), ("ProtectionFeedSilent", "protection-feed-silent")):
            counted = self.resources[name][1]
            for line in (
                "LogGroupName: !Ref UpkeepLog",
                "FilterPattern: '{ $.reason = \"%s\" }'" % reason,
                'MetricValue: "1"\n          DefaultValue: 0',
            ):
                self.assertIn(line, counted)
            alarm = self.resources[name + "Alarm"][1]
            for line in (
                "MetricName: " + name,
                "Threshold: 0\n      ComparisonOperator: GreaterThanThreshold",
                "TreatMissingData: breaching",
                "AlarmActions: !If [SomebodyIsTold, [!Ref AlarmTopic], !Ref AWS::NoValue]",
            ):
                self.assertIn(line, alarm)
        self.assertIn("ScheduleExpression: rate(1 minute)", self.resources["Upkeep"][1])

    def test_rings_when_notices_wait_when_nobody_looks_and_when_mail_comes_back(self):
        # The same reasons stand in what notifications logs; its own tests hold that.
        for name, reason in (
            ("NoticesStuck", "notices-stuck"),
            ("SmsStatus", "told-by-sms"),
            ("EmailStatus", "told-by-email"),
        ):
            counted = self.resources[name][1]
            self.assertIn("LogGroupName: !Ref NotificationsLog", counted)
            self.assertIn("FilterPattern: '{ $.reason = \"%s\" }'" % reason, counted)
        for name in ("SmsStatus", "EmailStatus"):
            self.assertIn("Dimensions: [{ Key: Status, Value: $.status }]", self.resources[name][1])
        self.assertIn("TreatMissingData: breaching", self.resources["NoticesStuckAlarm"][1])
        self.assertIn("IF(taken > 50, 100 * bounced / taken, 0)", self.resources["EmailBouncesAlarm"][1])
        self.assertIn("ScheduleExpression: rate(1 minute)", self.resources["Notifications"][1])

    def test_hears_of_mail_from_ses_alone_and_never_whether_it_was_read(self):
        events = self.resources["EmailEventsToTopic"][1]
        self.assertIn(
            "MatchingEventTypes: [send, reject, bounce, complaint, delivery, renderingFailure, deliveryDelay]", events
        )
        self.assertIn("SnsDestination: { TopicARN: !Ref FeedbackTopic }", events)
        policy = self.resources["FeedbackTopicPolicy"][1]
        self.assertEqual(policy.count("Effect: Allow"), 1)
        self.assertIn("Principal: { Service: ses.amazonaws.com }", policy)
        self.assertIn("aws:SourceAccount: !Ref AWS::AccountId", policy)
        self.assertIn("KmsMasterKeyId: !Ref FeedbackKey", self.resources["FeedbackTopic"][1])
        key = self.resources["FeedbackKey"][1]
        self.assertIn("EnableKeyRotation: true", key)
        # SNS asks for both on behalf of the service that tells it something.
        self.assertIn("Principal: { Service: ses.amazonaws.com }", key)
        self.assertIn("- kms:Decrypt\n              - kms:GenerateDataKey\n", key)
        self.assertIn("StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }", key)

    def test_sends_mail_from_its_own_address_alone(self):
        body = self.resources["Notifications"][1]
        self.assertIn(
            "Action: ses:SendRawEmail\n              Condition:\n"
            "                StringEquals: { ses:FromAddress: !Ref EmailFrom }\n",
            body,
        )

    def test_sends_sms_to_numbers_and_never_to_topics(self):
        body = self.resources["Notifications"][1]
        self.assertIn("Action: sns:Publish\n              NotResource: !Sub arn:${AWS::Partition}:sns:*:*:*", body)
