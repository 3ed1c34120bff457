package se.insyn.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events a function asks for, by EventBridge's way to say it: per member a list of values, of
 * which one must hold; a value may be {@code {prefix: …}}.
 */
public record Rule(String function, Map<String, Object> pattern) {
  public Rule {
    pattern = Map.copyOf(pattern);
  }

  public boolean asksFor(Map<String, Object> event) {
    return matches(pattern, event);
  }

  private static boolean matches(Object pattern, @Nullable Object value) {
    return switch (pattern) {
      case Map<?, ?> members ->
          value instanceof Map<?, ?> object
              && members.entrySet().stream()
                  .allMatch(member -> matches(member.getValue(), object.get(member.getKey())));
      case List<?> choices -> choices.stream().anyMatch(choice -> isChosen(choice, value));
      default -> throw new IllegalArgumentException("an odd pattern: " + pattern);
    };
  }

  private static boolean isChosen(Object choice, @Nullable Object value) {
    if (choice instanceof Map<?, ?> condition) {
      if (!(condition.get("prefix") instanceof String prefix) || condition.size() != 1) {
        throw new IllegalArgumentException("an odd pattern: " + condition);
      }
      return value instanceof String text && text.startsWith(prefix);
    }
    return choice.equals(value);
  }
}
