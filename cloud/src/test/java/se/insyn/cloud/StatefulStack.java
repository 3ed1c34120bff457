package se.insyn.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of {@code template.yaml} keeps something: its tables, keys and bucket, cut out of the real
 * file as they stand there, and made by CloudFormation. The bucket of the pages keeps nothing.
 */
final class StatefulStack {

  private static final Set<String> KEPT =
      Set.of("AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket", "AWS::S3::BucketPolicy");

  private static final Pattern RESOURCE =
      Pattern.compile("(?m)^  (\\w+):\\n    Type: (\\S+)\\n(?:(?!^  \\w).*\\n)*");

  private static final Pattern ROLE = Pattern.compile("!GetAtt (\\w+Role)\\.Arn");
  private static final String NAME = "insyn";

  private StatefulStack() {}

  /** Makes it, and waits until it is there: the physical id of each resource by its logical one. */
  static Map<String, String> create(Map<String, String> parameters)
      throws IOException, InterruptedException {
    var request = new LinkedHashMap<String, String>();
    request.put("Action", "CreateStack");
    request.put("StackName", NAME);
    request.put("TemplateBody", cut(Files.readString(LocalStack.root().resolve("template.yaml"))));
    request.put("Capabilities.member.1", "CAPABILITY_IAM");
    int number = 0;
    for (var each : parameters.entrySet()) {
      number++;
      request.put("Parameters.member." + number + ".ParameterKey", each.getKey());
      request.put("Parameters.member." + number + ".ParameterValue", each.getValue());
    }
    ask(request);
    String described = describe();
    while (described.contains("<StackStatus>CREATE_IN_PROGRESS<")) {
      described = describe();
    }
    if (!described.contains("<StackStatus>CREATE_COMPLETE<")) {
      throw new AssertionError(ask(Map.of("Action", "DescribeStackEvents", "StackName", NAME)));
    }
    return made();
  }

  /** The template without what runs: of a function's role only that there is one. */
  static String cut(String template) {
    String resources = between(template, "\nResources:\n", "\nOutputs:\n");
    var kept = new TreeMap<String, String>();
    Matcher each = RESOURCE.matcher(resources);
    while (each.find()) {
      if (KEPT.contains(each.group(2)) && !each.group(1).startsWith("Web")) {
        kept.put(each.group(1), each.group());
      }
    }
    Matcher role = ROLE.matcher(String.join("", kept.values()));
    while (role.find()) {
      kept.put(
          role.group(1),
          """
            %s:
              Type: AWS::IAM::Role
              Properties:
                AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] }
          """
              .formatted(role.group(1)));
    }
    return "AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n"
        + between(template, "\nParameters:\n", "\nConditions:\n")
        + "\nConditions:\n"
        + between(template, "\nConditions:\n", "\nGlobals:\n")
        + "\nResources:\n"
        + String.join("", kept.values());
  }

  private static String between(String text, String start, String end) {
    return text.substring(text.indexOf(start) + start.length(), text.indexOf(end) + 1);
  }

  private static String describe() throws IOException, InterruptedException {
    return ask(Map.of("Action", "DescribeStacks", "StackName", NAME));
  }

  private static Map<String, String> made() throws IOException, InterruptedException {
    Matcher resource =
        Pattern.compile(
                "<LogicalResourceId>([^<]+)</LogicalResourceId><PhysicalResourceId>([^<]+)<")
            .matcher(ask(Map.of("Action", "DescribeStackResources", "StackName", NAME)));
    var made = new TreeMap<String, String>();
    while (resource.find()) {
      made.put(resource.group(1), resource.group(2));
    }
    return made;
  }

  private static String ask(Map<String, String> request) throws IOException, InterruptedException {
    String form =
        request.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "Version=2010-05-15&", ""));
    var call =
        HttpRequest.newBuilder(URI.create(System.getProperty("aws.endpointUrl", "")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/eu-north-1/cloudformation/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(call, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.body());
      }
      return answer.body();
    }
  }
}
