"""What keeps something, and under which key: tables, the bucket of files, keys, the way of feedback."""

import unittest

from loaded import get, of, ref, sub, template

KEPT = {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"}
EVERYTHING = "2012-10-17"

# Keys; expiry; local and global indexes with what they hold besides the keys (None: everything).
LINE = ["line", "audience"]
TABLES = {
    "PeopleTable": (["citizen", "item"], False, {}, {}),
    "CasesTable": (["caseId", "item"], False,
                   dict.fromkeys(("byDate", "byKind", "byApplication", "byParent", "byOpen"), LINE), {}),
    "SessionsTable": (["id"], True, {}, {}),
    "CitizensTable": (["citizen", "item"], True, {}, {}),
    "MessagesTable": (["citizen", "item"], True,
                      {"byActivity": None, "byTime": None, "unread": ["caseId", "takenIn"]}, {}),
    "SystemsTable": (["source", "item"], True, {}, {}),
    "NoticesTable": (["citizen", "item"], True, {}, {"due": ("shard", "due")}),
    "AuditTable": (["subject", "at"], False, {}, {}),
}


def schema(*keys):
    return [{"AttributeName": name, "KeyType": kind} for name, kind in zip(keys, ("HASH", "RANGE"))]


def holding(attributes):
    if attributes is None:
        return {"ProjectionType": "ALL"}
    return {"ProjectionType": "INCLUDE", "NonKeyAttributes": attributes}


def table(keys, expires, local, on_its_own):
    said = {
        "BillingMode": "PAY_PER_REQUEST",
        "DeletionProtectionEnabled": True,
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        "SSESpecification": {"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": ref("TableKey")},
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": "S"}
            for name in [*keys, *local, *(key for pair in on_its_own.values() for key in pair)]
        ],
        "KeySchema": schema(*keys),
    }
    if expires:
        said["TimeToLiveSpecification"] = {"AttributeName": "ttl", "Enabled": True}
    if local:
        said["LocalSecondaryIndexes"] = [
            {"IndexName": name, "KeySchema": schema(keys[0], name), "Projection": holding(attributes)}
            for name, attributes in local.items()
        ]
    if on_its_own:
        said["GlobalSecondaryIndexes"] = [
            {"IndexName": name, "KeySchema": schema(*pair), "Projection": {"ProjectionType": "KEYS_ONLY"}}
            for name, pair in on_its_own.items()
        ]
    return said


def statement(sid, effect, principal, action, resource, **condition):
    said = {"Sid": sid, "Effect": effect, "Principal": principal, "Action": action, "Resource": resource}
    return {**said, "Condition": condition} if condition else said


def policy(*statements):
    return {"Version": EVERYTHING, "Statement": list(statements)}


# ---------------------------------------------------------------- The bucket of files

ALL_OF_IT = [get("FilesBucket", "Arn"), sub("${FilesBucket.Arn}/*")]
CHECK, UPKEEP, SCANNER = (get(f"{name}Role", "Arn") for name in ("FileChecks", "Upkeep", "MalwareScan"))
READ = ["s3:GetObject", "s3:GetObjectVersion"]


def files(path):
    return sub("${FilesBucket.Arn}/" + path)


def scanned(yes, no):
    return {"Fn::If": ["ScannedByGuardDuty", yes, no]}


def nobody(sid, action, resource, **condition):
    return statement(sid, "Deny", "*", action, resource, **condition)


def but(*roles):
    return {"aws:PrincipalArn": list(roles) if len(roles) > 1 else roles[0]}


NO_VALUE = ref("AWS::NoValue")
DENIED = [
    nobody("EncryptedOnTheWay", "s3:*", ALL_OF_IT, Bool={"aws:SecureTransport": "false"}),
    nobody("NoOldProtocol", "s3:*", ALL_OF_IT, NumericLessThan={"s3:TlsVersion": "1.2"}),
    nobody("NoOldSignature", "s3:*", files("*"), NumericGreaterThan={"s3:signatureAge": "600000"}),
    nobody("NothingIsOverwritten", "s3:PutObject", files("incoming/*"), Null={"s3:if-none-match": "true"}),
    nobody("OnlyTheCheckPutsWhatIsServed", "s3:PutObject", [files("cases/*"), files("attachments/*")],
           ArnNotEquals=but(CHECK)),
    nobody("OnlyTheCheckAndUpkeepDelete", ["s3:DeleteObject", "s3:DeleteObjectVersion"], files("*"),
           ArnNotEquals=but(CHECK, UPKEEP)),
    nobody("OnlyUpkeepPutsExports", "s3:PutObject", files("exports/*"), ArnNotEquals=but(UPKEEP)),
    nobody("OnlyTheCheckAndTheScannerReadWhatArrived", READ, files("incoming/*"),
           ArnNotEquals=but(CHECK, scanned(SCANNER, NO_VALUE))),
    scanned(
        nobody("NotEvenTheCheckReadsWhatIsNotClean", READ, files("incoming/*"),
               StringNotEquals={"s3:ExistingObjectTag/GuardDutyMalwareScanStatus": "NO_THREATS_FOUND"},
               ArnNotEquals=but(SCANNER)),
        NO_VALUE),
    {**nobody("OnlyTheScannerSaysWhatIsClean",
              ["s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging", "s3:PutObjectTagging",
               "s3:PutObjectVersionTagging"], files("*")),
     "Condition": scanned({"ArnNotEquals": but(SCANNER)}, NO_VALUE)},
]
FILES = {
    "PublicAccessBlockConfiguration": dict.fromkeys(
        ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True),
    "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
    "BucketEncryption": {"ServerSideEncryptionConfiguration": [
        {"BucketKeyEnabled": True,
         "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": get("FilesKey", "Arn")}}]},
    "VersioningConfiguration": {"Status": "Enabled"},
    "NotificationConfiguration": {"EventBridgeConfiguration": {"EventBridgeEnabled": True}},
    "LifecycleConfiguration": {"Rules": [
        {"Id": "WhatWasNeverOpened", "Status": "Enabled", "Prefix": "incoming/", "ExpirationInDays": 7},
        {"Id": "Exports", "Status": "Enabled", "Prefix": "exports/", "ExpirationInDays": 1},
        {"Id": "WhatWasNeverCompletedOrIsDeleted", "Status": "Enabled",
         "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1},
         "NoncurrentVersionExpiration": {"NoncurrentDays": 1}, "ExpiredObjectDeleteMarker": True},
    ]},
    "CorsConfiguration": {"CorsRules": [
        {"AllowedOrigins": [ref("PublicOrigin")], "AllowedMethods": ["PUT"],
         "AllowedHeaders": ["content-type", "if-none-match", "x-amz-checksum-sha256"], "MaxAge": 300}]},
}

# ---------------------------------------------------------------- The scanner

RULE = sub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/"
           "DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*")


def may(sid, actions, resource, **condition):
    said = {"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resource}
    return {**said, "Condition": condition} if condition else said


SCANS = [
    may("HearOfWhatArrives", ["events:DeleteRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets"], RULE,
        StringLike={"events:ManagedBy": "malware-protection-plan.guardduty.amazonaws.com"}),
    may("SeeWhetherItHears", ["events:DescribeRule", "events:ListTargetsByRule"], RULE),
    may("SayWhatItFound", ["s3:GetObjectTagging", "s3:GetObjectVersionTagging", "s3:PutObjectTagging",
                           "s3:PutObjectVersionTagging"], files("*")),
    may("HaveTheBucketTell", ["s3:GetBucketNotification", "s3:PutBucketNotification"], get("FilesBucket", "Arn")),
    may("ProveThatItMay", "s3:PutObject", files("malware-protection-resource-validation-object")),
    may("FindTheBucket", ["s3:GetBucketLocation", "s3:ListBucket"], get("FilesBucket", "Arn")),
    may("LookIntoFiles", READ, files("*")),
    may("Decrypt", ["kms:Decrypt", "kms:GenerateDataKey"], get("FilesKey", "Arn"),
        StringLike={"kms:ViaService": sub("s3.${AWS::Region}.${AWS::URLSuffix}")}),
]

# ---------------------------------------------------------------- Keys

ADMINISTERED = statement("TheAccountAdministersTheKey", "Allow",
                         {"AWS": sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")}, "kms:*", "*")


def through(service, sid, *actions):
    return statement(sid, "Allow", {"AWS": "*"}, [f"kms:{action}" for action in actions], "*", StringEquals={
        "kms:CallerAccount": ref("AWS::AccountId"),
        "kms:ViaService": sub(service + ".${AWS::Region}.${AWS::URLSuffix}")})


ROTATED = {"EnableKeyRotation": True}
KEYS = {
    "TableKey": (ROTATED, through(
        "dynamodb", "DynamoDbUsesItForWhoeverMayUseATable", "CreateGrant", "Decrypt", "DescribeKey", "Encrypt",
        "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo")),
    "FilesKey": (ROTATED, through("s3", "S3UsesItForWhoeverMayUseTheBucket", "Decrypt", "GenerateDataKey")),
    "FeedbackKey": (ROTATED, statement(
        "SesTellsWhatBecameOfMail", "Allow", {"Service": "ses.amazonaws.com"}, ["kms:Decrypt", "kms:GenerateDataKey"],
        "*", StringEquals={"aws:SourceAccount": ref("AWS::AccountId")})),
    "CitizensKey": ({"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC"}, None),
    "LoginKey": ({"KeySpec": "ECC_NIST_P256", "KeyUsage": "SIGN_VERIFY"}, None),
}


class WhatIsKept(unittest.TestCase):
    def setUp(self):
        self.whole = template()
        self.resources = self.whole["Resources"]

    def properties(self, name):
        return self.resources[name]["Properties"]

    def test_are_tables_with_exactly_these_keys_and_indexes(self):
        tables = of("AWS::DynamoDB::Table", self.whole)
        self.assertEqual(set(tables), set(TABLES))
        for name, wanted in TABLES.items():
            with self.subTest(table=name):
                self.assertEqual(tables[name], {"Type": "AWS::DynamoDB::Table", **KEPT, "Properties": table(*wanted)})

    def test_are_keys_that_only_their_service_uses(self):
        keys = of("AWS::KMS::Key", self.whole)
        self.assertEqual(set(keys), set(KEYS))
        for name, (kind, used) in KEYS.items():
            with self.subTest(key=name):
                properties = dict(keys[name]["Properties"])
                self.assertRegex(properties.pop("Description"), r"Insyn.*\.$")
                self.assertEqual(properties, {**kind, "PendingWindowInDays": 30, "KeyPolicy": policy(
                    ADMINISTERED, *([used] if used else []))})
                self.assertEqual({**keys[name], "Properties": {}}, {"Type": "AWS::KMS::Key", **KEPT, "Properties": {}})

    def test_are_files_behind_what_no_permission_may_allow(self):
        self.assertEqual(self.resources["FilesBucket"], {"Type": "AWS::S3::Bucket", **KEPT, "Properties": FILES})
        said = self.properties("FilesBucketPolicy")
        self.assertEqual(said["Bucket"], ref("FilesBucket"))
        self.assertEqual(said["PolicyDocument"]["Version"], EVERYTHING)
        self.assertEqual(len(said["PolicyDocument"]["Statement"]), len(DENIED))
        for found, wanted in zip(said["PolicyDocument"]["Statement"], DENIED):
            self.assertEqual(found, wanted)

    def test_are_scanned_by_a_role_that_may_scan(self):
        conditions = {"ScannedByGuardDuty": {"Fn::Equals": [ref("MalwareScan"), "guardduty"]}}
        self.assertLessEqual(conditions.items(), self.whole["Conditions"].items())
        self.assertEqual(self.resources["MalwareScanPlan"], {
            "Type": "AWS::GuardDuty::MalwareProtectionPlan", "Condition": "ScannedByGuardDuty", "Properties": {
                "Role": get("MalwareScanRole", "Arn"),
                "ProtectedResource": {"S3Bucket": {"BucketName": ref("FilesBucket"), "ObjectPrefixes": ["incoming/"]}},
                "Actions": {"Tagging": {"Status": "ENABLED"}}}})
        self.assertEqual(self.resources["MalwareScanRole"], {
            "Type": "AWS::IAM::Role", "Condition": "ScannedByGuardDuty", "Properties": {
                "AssumeRolePolicyDocument": policy({
                    "Effect": "Allow", "Principal": {"Service": "malware-protection-plan.guardduty.amazonaws.com"},
                    "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": ref("AWS::AccountId")}}}),
                "Policies": [{"PolicyName": "scan", "PolicyDocument": policy(*SCANS)}]}})

    def test_hears_of_mail_by_a_topic_that_only_ses_may_tell(self):
        topic = ref("FeedbackTopic")
        self.assertEqual(self.properties("FeedbackTopic"), {"KmsMasterKeyId": ref("FeedbackKey")})
        self.assertEqual(self.properties("FeedbackTopicPolicy"), {"Topics": [topic], "PolicyDocument": policy(
            statement("SesTellsWhatBecameOfMail", "Allow", {"Service": "ses.amazonaws.com"}, "sns:Publish", topic,
                      StringEquals={"aws:SourceAccount": ref("AWS::AccountId")}),
            statement("EncryptedOnTheWay", "Deny", "*", "sns:Publish", topic, Bool={"aws:SecureTransport": "false"}))})
        self.assertEqual(self.properties("EmailEvents"), {"ReputationOptions": {"ReputationMetricsEnabled": True}})
        self.assertEqual(self.resources["EmailEventsToTopic"], {
            "Type": "AWS::SES::ConfigurationSetEventDestination", "DependsOn": "FeedbackTopicPolicy", "Properties": {
                "ConfigurationSetName": ref("EmailEvents"), "EventDestination": {
                    "Enabled": True,
                    "MatchingEventTypes": ["send", "reject", "bounce", "complaint", "delivery", "renderingFailure",
                                           "deliveryDelay"],
                    "SnsDestination": {"TopicARN": topic}}}})

    def test_is_all_there_is(self):
        tested = {"AWS::Serverless::Function", "AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::CloudWatch::Alarm",
                  "AWS::Logs::LogGroup", "AWS::Logs::MetricFilter", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy",
                  "AWS::CloudWatch::Dashboard"}
        others = {name for name, each in self.resources.items() if each["Type"] not in tested}
        self.assertEqual(others, {
            "Api", "ApiDomain", "ApiDomainMapping", "Edge", "DeepLinks", "PageHeaders", "WebAccess", "WebBucket",
            "WebBucketPolicy", "FilesBucket", "FilesBucketPolicy", "MalwareScanPlan", "MalwareScanRole", "EmailEvents",
            "EmailEventsToTopic", "FeedbackTopic", "FeedbackTopicPolicy"})
