package se.insyn.caseworkerapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;

/** One of the schemas in {@code docs/schemas}: what it says of a value, and what stands in it. */
final class PublishedSchema {

  private static final Path FOLDER =
      Path.of("..", "..", "docs", "schemas").toAbsolutePath().normalize();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final JsonSchema schema;

  private PublishedSchema(String name) {
    this.name = name + ".json";
    this.schema =
        FACTORY.getSchema(
            SchemaLocation.of(FOLDER.resolve(this.name).toUri().toString()),
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  static PublishedSchema of(String name) {
    return new PublishedSchema(name);
  }

  boolean takes(Map<String, @Nullable Object> value) {
    return schema.validate(JSON.valueToTree(value)).isEmpty();
  }

  /** The members of every object in it, by the path of the object without places in lists. */
  Map<String, Set<String>> members() {
    var members = new LinkedHashMap<String, Set<String>>();
    collect("", new Part(name, read(name)), members);
    return members;
  }

  /** Every value of these keywords in what the schema says of a path. */
  List<Object> limits(String path, String keyword) {
    List<Part> parts = List.of(new Part(name, read(name)));
    for (String step : path.split("/", -1)) {
      var below = new ArrayList<Part>();
      for (Part part : parts.stream().flatMap(each -> each.spread().stream()).toList()) {
        part.below(step).ifPresent(below::add);
      }
      parts = below;
    }
    return parts.stream()
        .flatMap(part -> part.spread().stream())
        .map(part -> part.schema().get(keyword))
        .filter(Objects::nonNull)
        .toList();
  }

  private static void collect(String path, Part part, Map<String, Set<String>> members) {
    for (Part each : part.spread()) {
      if (each.schema().get("properties") instanceof Map<?, ?> properties) {
        for (var property : properties.entrySet()) {
          String member = String.valueOf(property.getKey());
          members.computeIfAbsent(path, none -> new TreeSet<>()).add(member);
          if (property.getValue() instanceof Map<?, ?> schema) {
            String below = path.isEmpty() ? member : path + "/" + member;
            collect(below, new Part(each.file(), Json.asObject(schema)), members);
          }
        }
      }
      if (each.schema().get("items") instanceof Map<?, ?> items) {
        collect(path, new Part(each.file(), Json.asObject(items)), members);
      }
    }
  }

  /** A piece of a schema, and the file that its references are meant within. */
  private record Part(String file, Map<String, @Nullable Object> schema) {

    /** The piece and all that it is put together from. */
    List<Part> spread() {
      var all = new ArrayList<Part>();
      all.add(this);
      if (schema.get("$ref") instanceof String reference) {
        all.addAll(referred(reference).spread());
      }
      for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
        if (schema.get(keyword) instanceof List<?> several) {
          for (Object one : several) {
            all.addAll(
                new Part(file, Json.asObject((Map<?, ?>) Objects.requireNonNull(one))).spread());
          }
        }
      }
      return all;
    }

    Optional<Part> below(String step) {
      Object found =
          schema.get("properties") instanceof Map<?, ?> properties && properties.containsKey(step)
              ? properties.get(step)
              : step.chars().allMatch(Character::isDigit) ? schema.get("items") : null;
      return found instanceof Map<?, ?> map
          ? Optional.of(new Part(file, Json.asObject(map)))
          : Optional.empty();
    }

    private Part referred(String reference) {
      String[] parts = reference.split("#", 2);
      String in = parts[0].isEmpty() ? file : parts[0];
      Map<String, @Nullable Object> found = read(in);
      if (parts.length == 2) {
        for (String step : parts[1].substring(1).split("/", -1)) {
          found = Json.asObject((Map<?, ?>) Objects.requireNonNull(found.get(step), reference));
        }
      }
      return new Part(in, found);
    }
  }

  private static Map<String, @Nullable Object> read(String file) {
    try {
      return Json.parseObject(Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
