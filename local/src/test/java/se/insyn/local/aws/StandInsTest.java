package se.insyn.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.insyn.local.template.KeyDefinition;
import se.insyn.local.template.TableDefinition;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** The stand-ins of AWS, asked by the SDK as the functions ask them. */
class StandInsTest {
  private static final List<TableDefinition> TABLES =
      List.of(
          new TableDefinition(
              "things",
              Map.of(
                  "TableName",
                  "things",
                  "AttributeDefinitions",
                  List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                  "KeySchema",
                  List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                  "BillingMode",
                  "PAY_PER_REQUEST"),
              "ttl"));

  @Test
  void dataAndKeysSurviveARestart(@TempDir Path folder) throws Exception {
    try (var dynamo = Dynamo.start(folder, TABLES);
        var client = client(dynamo)) {
      put(client, "one");
    }
    try (var dynamo = Dynamo.start(folder, TABLES)) {
      assertThat(dynamo.snapshot()).isEqualTo("things {\"id\":{\"S\":\"one\"}}");
    }
    var wanted = List.of(new KeyDefinition("Key", "HMAC_256"));
    var file = folder.resolve("keys.json");
    var first = KmsKeys.open(file, wanted, Map.of()).hmac("Key");
    assertThat(KmsKeys.open(file, wanted, Map.of()).hmac("Key")).isEqualTo(first).isNotNull();
  }

  @Test
  void noOtherMachineReachesThem(@TempDir Path folder) throws Exception {
    var outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    var keys = KmsKeys.open(folder.resolve("keys.json"), List.of(), Map.of());
    try (var dynamo = Dynamo.start(null, TABLES);
        var kms = Kms.start(keys)) {
      for (var endpoint : List.of(dynamo.endpoint(), kms.endpoint())) {
        new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort()).close();
        for (var address : outside) {
          assertThatThrownBy(() -> new Socket(address, endpoint.getPort()).close())
              .isInstanceOf(ConnectException.class);
        }
      }
    }
  }

  @Test
  void callsAreRecordedWithWhatTheyCost() throws Exception {
    try (var dynamo = Dynamo.start(null, TABLES);
        var client = client(dynamo)) {
      put(client, "before");
      dynamo.calls().record();
      put(client, "one");
      client.getItem(r -> r.tableName("things").key(id("one")).consistentRead(true));
      transact(client, "two", "three", "four");
      client.batchGetItem(
          r ->
              r.requestItems(
                  Map.of(
                      "things",
                      KeysAndAttributes.builder().keys(List.of(id("one"), id("two"))).build())));
      assertThat(dynamo.calls().recorded())
          .containsExactly(
              new DynamoCall("PutItem", "things", 1, 1),
              new DynamoCall("GetItem", "things", 1, 1),
              new DynamoCall("TransactWriteItems", "things", 3, 2),
              new DynamoCall("BatchGetItem", "things", 1, 1));
    }
  }

  @Test
  void aTestMayHaveATransactionConflict() throws Exception {
    try (var dynamo = Dynamo.start(null, TABLES);
        var client = client(dynamo)) {
      dynamo.calls().conflicts(() -> true);
      assertThatThrownBy(() -> transact(client, "one", "two"))
          .isInstanceOfSatisfying(
              TransactionCanceledException.class,
              e ->
                  assertThat(e.cancellationReasons())
                      .extracting(CancellationReason::code)
                      .containsExactly("TransactionConflict", "TransactionConflict"));
      dynamo.calls().untouched();
      transact(client, "one");
    }
  }

  @Test
  void kmsMakesMacsAndSignatures(@TempDir Path folder) throws Exception {
    var wanted =
        List.of(new KeyDefinition("Mac", "HMAC_256"), new KeyDefinition("Sign", "ECC_NIST_P256"));
    var keys = KmsKeys.open(folder.resolve("keys.json"), wanted, Map.of("alias/mac", "Mac"));
    try (var kms = Kms.start(keys);
        var client = client(kms)) {
      var message = SdkBytes.fromUtf8String("message");
      var mac = mac(client, "Mac", message);
      assertThat(mac.asByteArray()).hasSize(32);
      assertThat(mac(client, "alias/mac", message)).isEqualTo(mac);
      assertThat(mac(client, "arn:aws:kms:eu-north-1:000000000000:key/Mac", message))
          .isEqualTo(mac);
      assertThat(mac(client, "arn:aws:kms:eu-north-1:000000000000:alias/mac", message))
          .isEqualTo(mac);
      assertThatThrownBy(() -> mac(client, "Other", message)).isInstanceOf(NotFoundException.class);

      var signed =
          client.sign(
              r ->
                  r.keyId("Sign")
                      .message(message)
                      .messageType(MessageType.RAW)
                      .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256));
      var signature = Signature.getInstance("SHA256withECDSA");
      ECKey key = Objects.requireNonNull(keys.signing("Sign"));
      signature.initVerify(key.toECPublicKey());
      signature.update(message.asByteArray());
      assertThat(signature.verify(signed.signature().asByteArray())).isTrue();
      assertThat(client.getPublicKey(r -> r.keyId("Sign")).publicKey().asByteArray())
          .isEqualTo(key.toECPublicKey().getEncoded());
      assertThat(client.describeKey(r -> r.keyId("Mac")).keyMetadata().keyId()).isEqualTo("Mac");
      assertThatThrownBy(client::listKeys).isInstanceOf(KmsException.class);

      kms.down(true);
      assertThatThrownBy(() -> mac(client, "Mac", message))
          .isInstanceOf(KmsInternalException.class);
    }
  }

  private static SdkBytes mac(KmsClient client, String key, SdkBytes message) {
    return client
        .generateMac(r -> r.keyId(key).message(message).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
        .mac();
  }

  private static void put(DynamoDbClient client, String id) {
    client.putItem(r -> r.tableName("things").item(id(id)));
  }

  private static void transact(DynamoDbClient client, String... ids) {
    var items =
        Stream.of(ids)
            .map(
                id ->
                    TransactWriteItem.builder()
                        .put(p -> p.tableName("things").item(id(id)))
                        .build())
            .toList();
    client.transactWriteItems(r -> r.transactItems(items));
  }

  private static Map<String, AttributeValue> id(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }

  private static DynamoDbClient client(Dynamo dynamo) {
    return DynamoDbClient.builder()
        .endpointOverride(dynamo.endpoint())
        .region(Region.EU_NORTH_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static KmsClient client(Kms kms) {
    return KmsClient.builder()
        .endpointOverride(kms.endpoint())
        .region(Region.EU_NORTH_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
        .build();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }
}
