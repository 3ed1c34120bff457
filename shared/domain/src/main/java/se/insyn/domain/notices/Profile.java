package se.insyn.domain.notices;

import java.util.EnumMap;
import java.util.Map;
import se.insyn.domain.events.Shown;

/**
 * Profil: how the citizen wants to be told, and in which language. Whoever has never said anything
 * has {@link #UNTOUCHED}.
 */
public record Profile(Language language, Map<Channel, Contact> contacts) {

  public static final Profile UNTOUCHED = new Profile(Language.SWEDISH, Map.of());

  public Profile {
    contacts = Map.copyOf(contacts);
  }

  public Contact contact(Channel channel) {
    return contacts.getOrDefault(channel, Contact.NONE);
  }

  /** As the portal shows it. */
  public Shown shown() {
    var shown = new Shown();
    var channels = new Shown();
    for (Channel channel : Channel.values()) {
      shown.put(channel.address(), contact(channel).address());
      channels.put(channel.code(), contact(channel).state());
    }
    return shown
        .put("notifyBySms", contact(Channel.SMS).isWanted())
        .put("notifyByEmail", contact(Channel.EMAIL).isWanted())
        .put("language", language)
        .put("channels", channels);
  }

  /** The same with another contact. */
  public Profile with(Channel channel, Contact contact) {
    var changed = new EnumMap<Channel, Contact>(Channel.class);
    changed.putAll(contacts);
    changed.put(channel, contact);
    return new Profile(language, changed);
  }
}
