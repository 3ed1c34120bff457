package se.insyn.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stack's template, as far as one machine can follow it: what is missing in it is missing. */
public final class Template {
  private static final List<String> CREATE_TABLE =
      List.of(
          "AttributeDefinitions",
          "KeySchema",
          "LocalSecondaryIndexes",
          "GlobalSecondaryIndexes",
          "BillingMode");

  /** Whatever of SNS has an ARN: what is left are phone numbers. */
  private static final Map<String, Object> NUMBERS_ALONE =
      Map.of("Fn::Sub", "arn:${AWS::Partition}:sns:*:*:*");

  /** E-mail goes out from one address alone: no call of ours has another one. */
  private static final Map<String, Object> FROM_US =
      Map.of("StringEquals", Map.of("ses:FromAddress", Map.of("Ref", "EmailFrom")));

  private final Map<String, Object> resources;
  private final Map<String, Object> functionGlobals;
  private final Map<String, Object> parameters;
  private final Values values;

  private Template(Map<String, Object> document) {
    resources = map(document.get("Resources"));
    functionGlobals = map(map(document.get("Globals")).get("Function"));
    parameters = map(document.get("Parameters"));
    values = new Values(references(parameters));
  }

  public static Template read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  public static Template parse(String text) {
    return new Template(TemplateYaml.read(text));
  }

  /**
   * The settings of the functions.
   *
   * @param given values that stand instead of the template's own; one that no setting of the
   *     template asks for is not given to anybody
   */
  public Map<String, String> settings(Map<String, String> given) {
    var settings = new LinkedHashMap<String, String>();
    variables()
        .forEach(
            (name, value) -> {
              var own = given.get(name);
              settings.put(name, own == null ? values.text(value) : own);
            });
    return settings;
  }

  /**
   * A sentence for each given value that the setting's parameter would not take. One machine may do
   * without the https that a stack must have, and with ports.
   */
  public List<String> wrongSettings(Map<String, String> given) {
    var wrong = new ArrayList<String>();
    variables()
        .forEach(
            (name, value) -> {
              var reference = value instanceof Map<?, ?> function ? function.get("Ref") : null;
              var parameter = map(parameters.get(String.valueOf(reference)));
              var own = given.get(name);
              if (own != null && !takes(parameter, onAStack(own))) {
                var wanted =
                    parameter.containsKey("AllowedValues")
                        ? "One of " + parameter.get("AllowedValues") + "."
                        : parameter.get("ConstraintDescription");
                wrong.add("%s cannot be \"%s\". It takes: %s".formatted(name, own, wanted));
              }
            });
    return wrong;
  }

  private static String onAStack(String value) {
    return value.replaceFirst("^https?://([^/:]+)(:\\d+)?", "https://$1");
  }

  private static boolean takes(Map<String, Object> parameter, String value) {
    var pattern = parameter.get("AllowedPattern");
    var values = list(parameter.get("AllowedValues"));
    return (pattern == null || value.matches(pattern.toString()))
        && (values.isEmpty() || values.contains(value));
  }

  /** The names of those settings. */
  public Set<String> settingNames() {
    return Set.copyOf(variables().keySet());
  }

  public List<FunctionDefinition> functions() {
    var functions = new ArrayList<FunctionDefinition>();
    ofType("AWS::Serverless::Function")
        .forEach(
            (id, properties) -> {
              if (properties.containsKey("Environment")) {
                throw new IllegalArgumentException(
                    id + " has settings of its own; they stand in Globals");
              }
              functions.add(
                  new FunctionDefinition(id, Path.of(own(id, "CodeUri")), own(id, "Handler")));
            });
    return functions;
  }

  /** What the policies of each function allow it, by its logical id. */
  public Map<String, List<Permission>> permissions() {
    var permissions = new LinkedHashMap<String, List<Permission>>();
    ofType("AWS::Serverless::Function")
        .forEach(
            (id, properties) ->
                permissions.put(
                    id,
                    list(properties.get("Policies")).stream()
                        .flatMap(policy -> list(map(policy).get("Statement")).stream())
                        .flatMap(statement -> permissions(map(statement)))
                        .toList()));
    return permissions;
  }

  private Stream<Permission> permissions(Map<String, Object> statement) {
    if (NUMBERS_ALONE.equals(statement.get("NotResource"))) {
      return Stream.of(new Permission(String.valueOf(statement.get("Action")), "numbers"));
    }
    var said = new HashSet<>(statement.keySet());
    if (FROM_US.equals(statement.get("Condition"))) {
      said.remove("Condition");
    }
    if (!said.equals(Set.of("Sid", "Effect", "Action", "Resource"))
        || !"Allow".equals(statement.get("Effect"))) {
      throw new IllegalArgumentException("an odd statement: " + statement);
    }
    return list(statement.get("Action")).stream()
        .flatMap(
            action ->
                list(statement.get("Resource")).stream()
                    .map(values::text)
                    .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                    .map(resource -> new Permission(action.toString(), resource)));
  }

  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    ofType("AWS::Serverless::Function")
        .forEach(
            (id, properties) ->
                map(properties.get("Events")).values().stream()
                    .map(Template::map)
                    .filter(event -> "HttpApi".equals(event.get("Type")))
                    .forEach(event -> routes.add(route(id, map(event.get("Properties"))))));
    return routes;
  }

  /** Which events the functions ask for. */
  public List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    ofType("AWS::Serverless::Function")
        .forEach(
            (id, properties) ->
                map(properties.get("Events")).values().stream()
                    .map(Template::map)
                    .filter(event -> "EventBridgeRule".equals(event.get("Type")))
                    .map(event -> map(map(event.get("Properties")).get("Pattern")))
                    .forEach(pattern -> rules.add(new Rule(id, map(values.resolved(pattern))))));
    return rules;
  }

  /** The functions that are called every minute. */
  public List<String> everyMinute() {
    var functions = new ArrayList<String>();
    ofType("AWS::Serverless::Function")
        .forEach(
            (id, properties) ->
                map(properties.get("Events")).values().stream()
                    .map(Template::map)
                    .filter(event -> "ScheduleV2".equals(event.get("Type")))
                    .forEach(
                        event -> {
                          var rate = map(event.get("Properties")).get("ScheduleExpression");
                          if (!"rate(1 minute)".equals(rate)) {
                            throw new IllegalArgumentException(id + " has an odd rate: " + rate);
                          }
                          functions.add(id);
                        }));
    return functions;
  }

  /** The functions that are told what is published to a topic, by its ARN. */
  public Map<String, List<String>> listeners() {
    var listeners = new LinkedHashMap<String, List<String>>();
    ofType("AWS::Serverless::Function")
        .forEach(
            (id, properties) ->
                map(properties.get("Events")).values().stream()
                    .map(Template::map)
                    .filter(event -> "SNS".equals(event.get("Type")))
                    .map(event -> text(id, map(event.get("Properties")), "Topic"))
                    .forEach(
                        topic ->
                            listeners.computeIfAbsent(topic, none -> new ArrayList<>()).add(id)));
    return listeners;
  }

  public List<BucketDefinition> buckets() {
    var buckets = new ArrayList<BucketDefinition>();
    ofType("AWS::S3::Bucket")
        .forEach(
            (id, properties) -> {
              var cors =
                  list(map(properties.get("CorsConfiguration")).get("CorsRules")).stream()
                      .map(Template::map)
                      .toList();
              buckets.add(
                  new BucketDefinition(
                      values.text(Map.of("Ref", id)),
                      texts(cors, "AllowedMethods"),
                      texts(cors, "AllowedHeaders")));
            });
    return buckets;
  }

  private static List<String> texts(List<Map<String, Object>> rules, String name) {
    return rules.stream()
        .flatMap(rule -> list(rule.get(name)).stream())
        .map(Object::toString)
        .toList();
  }

  public List<TableDefinition> tables() {
    var tables = new ArrayList<TableDefinition>();
    ofType("AWS::DynamoDB::Table")
        .forEach(
            (id, properties) -> {
              var create = new LinkedHashMap<String, Object>();
              create.put("TableName", values.text(Map.of("Ref", id)));
              CREATE_TABLE.stream()
                  .filter(properties::containsKey)
                  .forEach(name -> create.put(name, properties.get(name)));
              var expiry = map(properties.get("TimeToLiveSpecification")).get("AttributeName");
              tables.add(
                  new TableDefinition(
                      create.get("TableName").toString(),
                      create,
                      expiry == null ? null : expiry.toString()));
            });
    return tables;
  }

  public List<KeyDefinition> keys() {
    var keys = new ArrayList<KeyDefinition>();
    ofType("AWS::KMS::Key")
        .forEach(
            (id, properties) ->
                keys.add(
                    new KeyDefinition(
                        id, properties.getOrDefault("KeySpec", "SYMMETRIC_DEFAULT").toString())));
    return keys;
  }

  /** Alias to key id. */
  public Map<String, String> keyAliases() {
    var aliases = new LinkedHashMap<String, String>();
    ofType("AWS::KMS::Alias")
        .forEach(
            (id, properties) ->
                aliases.put(
                    text(id, properties, "AliasName"), text(id, properties, "TargetKeyId")));
    return aliases;
  }

  private Map<String, Object> variables() {
    return map(map(functionGlobals.get("Environment")).get("Variables"));
  }

  private Route route(String function, Map<String, Object> event) {
    if (!"1.0".equals(String.valueOf(event.get("PayloadFormatVersion")))) {
      throw new IllegalArgumentException(function + " has a route whose payload format is not 1.0");
    }
    var path = event.get("Path");
    if (path == null || path.equals(Route.DEFAULT)) {
      return new Route("ANY", Route.DEFAULT, function);
    }
    var method = event.getOrDefault("Method", "ANY").toString();
    return new Route(
        method.equals("*") ? "ANY" : method.toUpperCase(java.util.Locale.ROOT),
        path.toString(),
        function);
  }

  private String own(String id, String property) {
    var properties = map(map(resources.get(id)).get("Properties"));
    return text(id, properties.containsKey(property) ? properties : functionGlobals, property);
  }

  private String text(String id, Map<String, Object> properties, String name) {
    var value = properties.get(name);
    if (value == null) {
      throw new IllegalArgumentException(id + " has no " + name);
    }
    return values.text(value);
  }

  private Map<String, Map<String, Object>> ofType(String type) {
    var found = new LinkedHashMap<String, Map<String, Object>>();
    resources.forEach(
        (id, resource) -> {
          if (type.equals(map(resource).get("Type"))) {
            found.put(id, map(map(resource).get("Properties")));
          }
        });
    return found;
  }

  private Map<String, Object> references(Map<String, Object> parameters) {
    var references = new LinkedHashMap<String, Object>();
    references.put("AWS::Region", "eu-north-1");
    references.put("AWS::AccountId", "000000000000");
    references.put("AWS::Partition", "aws");
    references.put("AWS::URLSuffix", "amazonaws.com");
    references.put("AWS::StackName", "insyn");
    resources.forEach(
        (id, resource) -> {
          var name = map(map(resource).get("Properties")).get("TableName");
          references.put(id, name == null ? own(id, map(resource).get("Type")) : name);
        });
    parameters.forEach(
        (name, parameter) -> {
          var value = map(parameter).get("Default");
          if (value != null) {
            references.put(name, value);
          }
        });
    return references;
  }

  /** What refers to a resource without a name. */
  private static String own(String id, @Nullable Object type) {
    return switch (String.valueOf(type)) {
      // The name of a bucket is never in capitals.
      case "AWS::S3::Bucket" -> id.toLowerCase(java.util.Locale.ROOT);
      case "AWS::SNS::Topic" -> "arn:aws:sns:eu-north-1:000000000000:" + id;
      default -> id;
    };
  }

  /** One or several, as a policy may write them. */
  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : value instanceof List<?> several ? several : List.of(value);
  }

  @SuppressWarnings("unchecked") // a YAML mapping of a template has texts as keys
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
