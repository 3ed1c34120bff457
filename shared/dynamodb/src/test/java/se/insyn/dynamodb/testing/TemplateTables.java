package se.insyn.dynamodb.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** The tables as {@code template.yaml} describes them, so that tests stand on the same keys. */
final class TemplateTables {

  private final Map<?, ?> resources;

  private TemplateTables(Map<?, ?> resources) {
    this.resources = resources;
  }

  static TemplateTables read() {
    try (Reader template = Files.newBufferedReader(find())) {
      Map<?, ?> document = new Yaml(new Plain()).load(template);
      return new TemplateTables(map(document.get("Resources")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request that creates the table with this logical name under a name of its own. */
  CreateTableRequest table(String logicalName, String name) {
    Map<?, ?> properties = map(map(resources.get(logicalName)).get("Properties"));
    List<LocalSecondaryIndex> indexes =
        properties.containsKey("LocalSecondaryIndexes")
            ? list(properties.get("LocalSecondaryIndexes")).stream()
                .map(TemplateTables::index)
                .toList()
            : List.of();
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                list(properties.get("AttributeDefinitions")).stream()
                    .map(TemplateTables::attribute)
                    .toList())
            .keySchema(keys(properties));
    if (!indexes.isEmpty()) {
      request.localSecondaryIndexes(indexes);
    }
    if (properties.containsKey("GlobalSecondaryIndexes")) {
      request.globalSecondaryIndexes(
          list(properties.get("GlobalSecondaryIndexes")).stream()
              .map(TemplateTables::index)
              .map(
                  index ->
                      GlobalSecondaryIndex.builder()
                          .indexName(index.indexName())
                          .keySchema(index.keySchema())
                          .projection(index.projection())
                          .build())
              .toList());
    }
    return request.build();
  }

  private static LocalSecondaryIndex index(Map<?, ?> index) {
    return LocalSecondaryIndex.builder()
        .indexName(text(index.get("IndexName")))
        .keySchema(keys(index))
        .projection(projection(map(index.get("Projection"))))
        .build();
  }

  private static Projection projection(Map<?, ?> described) {
    var projection = Projection.builder().projectionType(text(described.get("ProjectionType")));
    if (described.get("NonKeyAttributes") instanceof List<?> attributes) {
      projection.nonKeyAttributes(attributes.stream().map(String::valueOf).toList());
    }
    return projection.build();
  }

  private static AttributeDefinition attribute(Map<?, ?> attribute) {
    return AttributeDefinition.builder()
        .attributeName(text(attribute.get("AttributeName")))
        .attributeType(text(attribute.get("AttributeType")))
        .build();
  }

  private static List<KeySchemaElement> keys(Map<?, ?> holder) {
    return list(holder.get("KeySchema")).stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(text(key.get("AttributeName")))
                    .keyType(text(key.get("KeyType")))
                    .build())
        .toList();
  }

  private static Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no template.yaml above this module");
    }
    return folder.resolve("template.yaml");
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static List<Map<?, ?>> list(@Nullable Object value) {
    return ((List<?>) Objects.requireNonNull(value))
        .stream().<Map<?, ?>>map(TemplateTables::map).toList();
  }

  private static String text(@Nullable Object value) {
    return (String) Objects.requireNonNull(value);
  }

  /** Reads CloudFormation's tags, such as {@code !Ref}, as what stands behind them. */
  private static final class Plain extends SafeConstructor {

    Plain() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return switch (node) {
                case MappingNode mapping -> constructMapping(mapping);
                case SequenceNode sequence -> constructSequence(sequence);
                default -> constructScalar((ScalarNode) node);
              };
            }
          });
    }
  }
}
