package se.insyn.local.template;

/**
 * Something that may be done to something.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource a table or key by its logical id, or an index of a table, such as {@code
 *     CasesTable/index/byDate}; in a policy it may end in {@code *}
 */
public record Permission(String action, String resource) {

  /** Whether a policy that says this allows the other. */
  public boolean allows(Permission other) {
    return action.equals(other.action)
        && (resource.endsWith("*")
            ? other.resource.startsWith(resource.substring(0, resource.length() - 1))
            : resource.equals(other.resource));
  }

  @Override
  public String toString() {
    return action + " " + resource;
  }
}
