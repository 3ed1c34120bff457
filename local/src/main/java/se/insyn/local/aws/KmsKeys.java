package se.insyn.local.aws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.local.template.KeyDefinition;

/** The keys of the template, made once and kept in a file, for without them the data is lost. */
public final class KmsKeys {
  private final Map<String, String> aliases;
  private final JWKSet keys;

  private KmsKeys(Map<String, String> aliases, JWKSet keys) {
    this.aliases = aliases;
    this.keys = keys;
  }

  /**
   * Reads the keys and makes those that are missing.
   *
   * @param aliases alias to key id
   */
  public static KmsKeys open(Path file, List<KeyDefinition> wanted, Map<String, String> aliases)
      throws IOException {
    try {
      var kept = Files.exists(file) ? JWKSet.load(file.toFile()) : new JWKSet();
      var keys = new ArrayList<>(kept.getKeys());
      for (var definition : wanted) {
        var key = made(definition);
        if (key != null && kept.getKeyByKeyId(definition.id()) == null) {
          keys.add(key);
        }
      }
      var all = new JWKSet(keys);
      Files.writeString(file, all.toString(false));
      return new KmsKeys(aliases, all);
    } catch (ParseException | JOSEException e) {
      throw new IOException("the keys cannot be read", e);
    }
  }

  /** The HMAC key of that id or alias. */
  @Nullable OctetSequenceKey hmac(String id) {
    return find(id) instanceof OctetSequenceKey key ? key : null;
  }

  /** The signing key of that id or alias. */
  public @Nullable ECKey signing(String id) {
    return find(id) instanceof ECKey key ? key : null;
  }

  private @Nullable JWK find(String id) {
    var name = id.substring(Math.max(id.indexOf(":alias/"), id.indexOf(":key/")) + 1);
    var bare = name.startsWith("key/") ? name.substring("key/".length()) : name;
    return keys.getKeyByKeyId(aliases.getOrDefault(bare, bare));
  }

  private static @Nullable JWK made(KeyDefinition definition) throws JOSEException {
    return switch (definition.spec()) {
      case "HMAC_256" -> new OctetSequenceKeyGenerator(256).keyID(definition.id()).generate();
      case "ECC_NIST_P256" -> new ECKeyGenerator(Curve.P_256).keyID(definition.id()).generate();
      default -> null;
    };
  }
}
