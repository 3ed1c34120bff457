"""What CloudFront serves, against what the local run serves in its place."""

import json
import re
import unittest

from demo import ROOT
from loaded import get, ref, sub, template

LOCAL = ROOT / "local/src/main/java/se/insyn/local/gateway/WebFiles.java"
METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]


class TheEdge(unittest.TestCase):
    def setUp(self):
        self.whole = template()
        self.resources = self.whole["Resources"]
        self.config = self.properties("Edge")["DistributionConfig"]
        self.local = LOCAL.read_text(encoding="utf-8")

    def properties(self, name):
        return self.resources[name]["Properties"]

    def test_has_the_portals_name_and_both_origins(self):
        config = {name: each for name, each in self.config.items()
                  if name not in ("Origins", "DefaultCacheBehavior", "CacheBehaviors", "CustomErrorResponses", "Comment")}
        self.assertEqual(config, {
            "Enabled": True,
            "HttpVersion": "http2and3",
            "IPV6Enabled": True,
            "PriceClass": "PriceClass_100",
            "Aliases": [ref("ApiDomain")],
            "ViewerCertificate": {"AcmCertificateArn": ref("EdgeCertificate"), "MinimumProtocolVersion": "TLSv1.2_2021",
                                  "SslSupportMethod": "sni-only"},
            "WebACLId": {"Fn::If": ["HasWebAcl", ref("WebAcl"), ref("AWS::NoValue")]},
            "DefaultRootObject": "index.html",
        })
        self.assertEqual(self.whole["Conditions"]["HasWebAcl"], {"Fn::Not": [{"Fn::Equals": [ref("WebAcl"), ""]}]})
        self.assertEqual(self.config["Origins"], [
            {"Id": "web", "DomainName": get("WebBucket", "RegionalDomainName"), "OriginAccessControlId": ref("WebAccess"),
             "S3OriginConfig": {"OriginAccessIdentity": ""}},
            {"Id": "api", "DomainName": get("ApiDomain", "RegionalDomainName"),
             "CustomOriginConfig": {"OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"],
                                    "OriginReadTimeout": 30}},
        ])

    def test_leads_to_the_api_by_the_portals_name_alone(self):
        host = {"Fn::Select": [2, {"Fn::Split": ["/", ref("PublicOrigin")]}]}
        self.assertEqual(self.properties("ApiDomain"), {
            "DomainName": host,
            "DomainNameConfigurations": [
                {"CertificateArn": ref("ApiCertificate"), "EndpointType": "REGIONAL", "SecurityPolicy": "TLS_1_2"}],
        })
        self.assertEqual(self.properties("ApiDomainMapping"),
                         {"ApiId": ref("Api"), "DomainName": ref("ApiDomain"), "Stage": ref("Api.Stage")})
        self.assertIs(self.properties("Api")["DisableExecuteApiEndpoint"], True)

    def test_hands_to_the_api_what_is_the_functions_and_keeps_nothing_of_it(self):
        functions = re.search(r'"/\(\?:([a-z|]+)\)\(\?:/\.\*\)\?"', self.local)[1].split("|")
        functions.remove("dev")  # there is none here
        paths = sorted(path for name in functions for path in (f"/{name}", f"/{name}/*"))
        behaviours = self.config["CacheBehaviors"]
        self.assertEqual(sorted(each["PathPattern"] for each in behaviours), paths)
        for each in behaviours:
            self.assertEqual({name: value for name, value in each.items() if name != "PathPattern"}, {
                "TargetOriginId": "api",
                "ViewerProtocolPolicy": "https-only",
                "AllowedMethods": METHODS,
                "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                "OriginRequestPolicyId": "216adef6-5c7f-47e4-b989-5492eafa07d3",
            }, each["PathPattern"])

    def test_covers_every_route(self):
        prefixes = [each["PathPattern"] for each in self.config["CacheBehaviors"]]
        for function in self.resources.values():
            for event in function.get("Properties", {}).get("Events", {}).values():
                path = event["Properties"].get("Path", "$default")
                if path != "$default":
                    self.assertTrue(any(path == each or path.startswith(each.rstrip("*")) and each.endswith("/*")
                                        for each in prefixes), path)

    def test_keeps_nobodys_error_for_others(self):
        self.assertEqual(self.config["CustomErrorResponses"], [
            {"ErrorCode": code, "ErrorCachingMinTTL": 0}
            for code in (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)
        ])

    def test_serves_files_and_the_page_for_every_other_address(self):
        self.assertEqual(self.config["DefaultCacheBehavior"], {
            "TargetOriginId": "web",
            "ViewerProtocolPolicy": "redirect-to-https",
            "AllowedMethods": ["GET", "HEAD"],
            "Compress": True,
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
            "ResponseHeadersPolicyId": ref("PageHeaders"),
            "FunctionAssociations": [
                {"EventType": "viewer-request", "FunctionARN": get("DeepLinks", "FunctionMetadata.FunctionARN")}],
        })
        function = self.properties("DeepLinks")
        self.assertEqual({**function, "FunctionCode": ""}, {
            "Name": sub("${AWS::StackName}-deep-links"), "AutoPublish": True, "FunctionCode": "",
            "FunctionConfig": {"Comment": "Every address without a file is the page", "Runtime": "cloudfront-js-2.0"},
        })
        code = function["FunctionCode"]
        file = re.search(r"isFile = /\^(.*)\$/\.test\(request\.uri\);", code)[1]
        self.assertEqual(file.replace("\\/", "/"), re.search(r'FILE =\s+Pattern\.compile\("(.*)"\)', self.local)[1].replace("\\\\", "\\"))
        self.assertIn("if (!isFile && !request.uri.startsWith('/assets/')) {\n    request.uri = '/index.html';\n  }\n"
                      "  return request;\n}\n", code)
        self.assertTrue(code.startswith("function handler(event) {\n  var request = event.request;\n"))

    def test_says_with_every_page_what_the_local_run_says(self):
        said = self.properties("PageHeaders")["ResponseHeadersPolicyConfig"]
        self.assertEqual(said["Name"], sub("${AWS::StackName}-pages"))
        local = dict(re.findall(r'"([a-z-]+)",\s+"([^"]+)"', self.local.split("EDGE =")[1].split(");")[0]))
        own = {each["Header"].lower(): each["Value"] for each in said["CustomHeadersConfig"]["Items"]}
        security = said["SecurityHeadersConfig"]
        transport = security["StrictTransportSecurity"]
        own["strict-transport-security"] = f"max-age={transport['AccessControlMaxAgeSec']}" + (
            "; includeSubDomains" if transport["IncludeSubdomains"] else "")
        own["x-content-type-options"] = "nosniff" if "ContentTypeOptions" in security else "none"
        own["referrer-policy"] = security["ReferrerPolicy"]["ReferrerPolicy"]
        self.assertEqual(own, local)
        for each in [*said["CustomHeadersConfig"]["Items"], *security.values()]:
            self.assertIs(each["Override"], True)
        policy = "".join(re.findall(r'"([^"]*)"', self.local.split("String policy()")[1]))
        ours = security["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
        self.assertEqual(ours.replace("https://${FilesBucket.RegionalDomainName}", ""), policy)

    def test_alone_reads_the_bucket_of_the_pages(self):
        self.assertEqual(self.properties("WebAccess"), {"OriginAccessControlConfig": {
            "Name": sub("${AWS::StackName}-web"), "OriginAccessControlOriginType": "s3",
            "SigningBehavior": "always", "SigningProtocol": "sigv4"}})
        edge = {"StringEquals": {"aws:SourceArn":
                sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Edge}")}}
        by_cloudfront = {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Condition": edge}
        self.assertEqual(self.properties("WebBucketPolicy"), {"Bucket": ref("WebBucket"), "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Sid": "EncryptedOnTheWay", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
                 "Resource": [get("WebBucket", "Arn"), sub("${WebBucket.Arn}/*")],
                 "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
                {"Sid": "TheEdgeReads", **by_cloudfront, "Action": "s3:GetObject", "Resource": sub("${WebBucket.Arn}/*")},
                {"Sid": "TheEdgeSeesWhatIsNotThere", **by_cloudfront, "Action": "s3:ListBucket",
                 "Resource": get("WebBucket", "Arn")},
            ]}})
        self.assertEqual(self.properties("WebBucket"), {
            "PublicAccessBlockConfiguration": dict.fromkeys(
                ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True),
            "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
            "BucketEncryption": {"ServerSideEncryptionConfiguration": [
                {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]},
            "VersioningConfiguration": {"Status": "Enabled"},
            "LifecycleConfiguration": {"Rules": [{"Id": "EarlierReleases", "Status": "Enabled",
                                                  "NoncurrentVersionExpiration": {"NoncurrentDays": 90}}]},
        })

    def test_is_where_the_outputs_lead(self):
        outputs = {name: each["Value"] for name, each in self.whole["Outputs"].items() if name != "WebConfig"}
        self.assertEqual(outputs, {
            "EdgeDomain": get("Edge", "DomainName"),
            "WebBucketName": ref("WebBucket"),
            "RedirectUri": sub("${PublicOrigin}/login/callback"),
            "LoginKeyId": ref("LoginKey"),
        })
        self.assertTrue(all(each["Description"] for each in self.whole["Outputs"].values()))

    def test_logs_no_address_no_path_and_no_query(self):
        settings = self.properties("Api")["AccessLogSettings"]
        self.assertEqual(settings["DestinationArn"], get("ApiLog", "Arn"))
        self.assertEqual(sorted(json.loads(settings["Format"]).values()), [
            "$context.integrationErrorMessage", "$context.integrationStatus", "$context.requestId",
            "$context.responseLatency", "$context.routeKey", "$context.status"])
        self.assertNotIn("Logging", self.config)
