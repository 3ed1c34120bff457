package se.insyn.http;

import org.jspecify.annotations.Nullable;

/**
 * The page of a list that a call asks for by {@code limit} and {@code cursor}, and by nothing else.
 *
 * @param after where it begins; null = with the first
 */
public record AskedPage(int limit, @Nullable String after) {

  /**
   * As the query says it.
   *
   * @param usual how many a page has where no limit is asked for
   * @throws se.insyn.domain.events.UnknownCursor when this session did not get the cursor from us
   */
  public static AskedPage of(Query query, OpenSession session, int usual) {
    AskedPage asked = query.read(each -> new AskedPage(each.limit(usual), each.text("cursor")));
    return asked.after == null
        ? asked
        : new AskedPage(asked.limit, SealedCursor.open(session, asked.after));
  }
}
