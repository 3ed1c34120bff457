package se.insyn.local.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of the template.
 *
 * @param create what DynamoDB's CreateTable takes
 * @param expiryAttribute the attribute of the time to live
 */
public record TableDefinition(
    String name, Map<String, Object> create, @Nullable String expiryAttribute) {}
