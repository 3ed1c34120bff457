package se.insyn.local.template;

import java.util.List;

/**
 * A bucket of the template.
 *
 * @param corsMethods what pages of the portal may do with it
 * @param corsHeaders and with which headers
 */
public record BucketDefinition(String name, List<String> corsMethods, List<String> corsHeaders) {
  public BucketDefinition {
    corsMethods = List.copyOf(corsMethods);
    corsHeaders = List.copyOf(corsHeaders);
  }
}
