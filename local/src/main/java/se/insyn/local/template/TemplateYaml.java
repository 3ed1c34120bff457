package se.insyn.local.template;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** CloudFormation's YAML: a short tag such as {@code !Sub} becomes its long form. */
final class TemplateYaml extends SafeConstructor {
  private TemplateYaml() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new ShortTag());
  }

  static Map<String, Object> read(String text) {
    return new Yaml(new TemplateYaml()).load(text);
  }

  private final class ShortTag extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      var name = node.getTag().getValue().substring(1);
      var value =
          switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new IllegalArgumentException("odd tag !" + name);
          };
      var isShort = name.equals("Ref") || name.equals("Condition");
      return Map.of(isShort ? name : "Fn::" + name, value);
    }
  }
}
