package se.insyn.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resolves CloudFormation's intrinsic functions to what they mean on one machine. */
final class Values {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Map<String, Object> references;

  /** References: a value for each parameter that has one, pseudo parameter and resource. */
  Values(Map<String, Object> references) {
    this.references = references;
  }

  /** The text that the value stands for. */
  String text(Object value) {
    return switch (value) {
      case Map<?, ?> function when function.size() == 1 -> call(function);
      case Map<?, ?> odd -> throw new IllegalArgumentException("no text: " + odd.keySet());
      case List<?> odd -> throw new IllegalArgumentException("no text: " + odd);
      default -> value.toString();
    };
  }

  /** The same thing with a text in the place of every function, however deep. */
  Object resolved(Object value) {
    return switch (value) {
      case Map<?, ?> function when function.size() == 1 && isFunction(function) -> call(function);
      case Map<?, ?> map -> {
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((name, each) -> resolved.put(name.toString(), resolved(each)));
        yield resolved;
      }
      case List<?> list -> list.stream().map(this::resolved).toList();
      default -> value;
    };
  }

  private static boolean isFunction(Map<?, ?> map) {
    var name = map.keySet().iterator().next().toString();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  private String call(Map<?, ?> function) {
    var entry = function.entrySet().iterator().next();
    var argument = entry.getValue();
    return switch (entry.getKey().toString()) {
      case "Ref" -> reference(argument.toString());
      case "Fn::GetAtt" -> attribute(argument);
      case "Fn::Sub" -> substituted(argument);
      case "Fn::Join" -> joined((List<?>) argument);
      default ->
          throw new IllegalArgumentException("the local run does not know " + entry.getKey());
    };
  }

  private String reference(String name) {
    var value = references.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing gives a value to " + name);
    }
    return text(value);
  }

  private String attribute(Object argument) {
    var path =
        argument instanceof List<?> parts
            ? parts.stream().map(Object::toString).collect(Collectors.joining("."))
            : argument.toString();
    var resource = path.substring(0, path.indexOf('.'));
    return path.endsWith(".Arn")
        ? "arn:aws:local:eu-north-1:000000000000:" + reference(resource)
        : path;
  }

  private String substituted(Object argument) {
    if (argument instanceof List<?> list) {
      var own = (Map<?, ?>) list.get(1);
      return substituted(list.get(0).toString(), own);
    }
    return substituted(argument.toString(), Map.of());
  }

  private String substituted(String pattern, Map<?, ?> own) {
    return PLACEHOLDER.matcher(pattern).replaceAll(match -> quoted(placeholder(match, own)));
  }

  private String placeholder(MatchResult match, Map<?, ?> own) {
    var name = match.group(2);
    if (!match.group(1).isEmpty()) {
      return "${" + name + "}";
    }
    var value = own.get(name);
    if (value != null) {
      return text(value);
    }
    return name.contains(".") ? attribute(name) : reference(name);
  }

  private String joined(List<?> arguments) {
    return ((List<?>) arguments.get(1))
        .stream().map(this::text).collect(Collectors.joining(arguments.get(0).toString()));
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
