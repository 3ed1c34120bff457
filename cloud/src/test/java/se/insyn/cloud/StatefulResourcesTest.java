package se.insyn.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * What CloudFormation makes of the template's tables, bucket and keys, as they say of themselves.
 * LocalStack's passes over the deletion protection and the recovery of a table, and over the
 * lifecycle, the encryption and the public access of a bucket: those lines of the template are held
 * by the checks that need no build.
 */
class StatefulResourcesTest {

  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("MunicipalityName", "Exempelby kommun"),
          Map.entry("MunicipalityPhone", "0123-45 60 00"),
          Map.entry("MunicipalityPhoneHours", "mån–fre 9–10"),
          Map.entry("PublicOrigin", "https://insyn.example.se"),
          Map.entry("EdgeCertificate", "arn:aws:acm:us-east-1:000000000000:certificate/0"),
          Map.entry("ApiCertificate", "arn:aws:acm:eu-north-1:000000000000:certificate/0"),
          Map.entry("HomeLink", "https://www.example.se/mina-sidor"),
          Map.entry("AccessibilityLink", "https://www.example.se/tillganglighet"),
          Map.entry("PersonalDataLink", "https://www.example.se/personuppgifter"),
          Map.entry("CitizensIssuer", "https://login.example.se"),
          Map.entry("CitizensClientId", "insyn"),
          Map.entry("SystemsIssuer", "https://systems.example.se"),
          Map.entry("SystemsAudience", "https://insyn.example.se/caseworker"),
          Map.entry("SystemsClients", "lifecare=/lifecare"),
          Map.entry("SmsSender", "Exempelby"),
          Map.entry("EmailFrom", "svara-inte@exempelby.se"),
          Map.entry("Release", "0123456789abcdef"));

  private static final DynamoDbClient TABLES =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private static final S3Client BUCKETS =
      S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private static final KmsClient KEYS =
      KmsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  private static Map<String, String> made = Map.of();

  @BeforeAll
  static void create() throws IOException, InterruptedException {
    made = StatefulStack.create(PARAMETERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeopleTable",
        "CasesTable",
        "SessionsTable",
        "CitizensTable",
        "MessagesTable",
        "SystemsTable",
        "NoticesTable",
        "AuditTable"
      })
  void everyTableIsPaidByUseAndEncryptedUnderItsOwnKey(String table) {
    TableDescription described = table(table);

    assertThat(described.billingModeSummary().billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
    assertThat(described.sseDescription().kmsMasterKeyArn()).contains(made("TableKey"));
  }

  @Test
  void theKeysAreThoseThatTheCodeWrites() {
    var keys = new TreeMap<String, String>();
    for (String table : made.keySet()) {
      if (table.endsWith("Table")) {
        keys.put(table, keys(table(table).keySchema()));
      }
    }
    assertThat(keys)
        .containsExactly(
            Map.entry("AuditTable", "subject at"),
            Map.entry("CasesTable", "caseId item"),
            Map.entry("CitizensTable", "citizen item"),
            Map.entry("MessagesTable", "citizen item"),
            Map.entry("NoticesTable", "citizen item"),
            Map.entry("PeopleTable", "citizen item"),
            Map.entry("SessionsTable", "id"),
            Map.entry("SystemsTable", "source item"));
  }

  @Test
  void theCasesHaveTheirFiveLocalIndexesWithLineAndAudience() {
    var indexes = table("CasesTable").localSecondaryIndexes();

    assertThat(indexes)
        .extracting(index -> index.indexName() + ": " + keys(index.keySchema()))
        .containsExactlyInAnyOrder(
            "byDate: caseId byDate",
            "byKind: caseId byKind",
            "byApplication: caseId byApplication",
            "byParent: caseId byParent",
            "byOpen: caseId byOpen");
    assertThat(indexes)
        .allSatisfy(
            index ->
                assertThat(index.projection().nonKeyAttributes())
                    .containsExactlyInAnyOrder("line", "audience"));
  }

  @Test
  void onlyWhatPassesByItselfHasATimeToLive() {
    Set<String> passing =
        made.keySet().stream()
            .filter(table -> table.endsWith("Table"))
            .filter(table -> timeToLive(table).equals("ttl"))
            .collect(Collectors.toSet());
    assertThat(passing)
        .containsExactlyInAnyOrder(
            "SessionsTable", "CitizensTable", "MessagesTable", "SystemsTable", "NoticesTable");
  }

  @Test
  void theBucketKeepsVersionsTellsWhatArrivesAndTakesUploadsFromThePortal() {
    assertThat(BUCKETS.getBucketVersioning(get -> get.bucket(bucket())).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(
            BUCKETS
                .getBucketNotificationConfiguration(get -> get.bucket(bucket()))
                .eventBridgeConfiguration())
        .isNotNull();
    assertThat(BUCKETS.getBucketCors(get -> get.bucket(bucket())).corsRules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.allowedOrigins()).containsExactly("https://insyn.example.se");
              assertThat(rule.allowedMethods()).containsExactly("PUT");
              assertThat(rule.maxAgeSeconds()).isEqualTo(300);
            });
  }

  @Test
  void theBucketsPolicyIsTakenWithEveryStatement() {
    String policy = BUCKETS.getBucketPolicy(get -> get.bucket(bucket())).policy();

    assertThat(policy.split("\"Sid\"")).hasSize(11);
    assertThat(policy)
        .contains(
            "EncryptedOnTheWay",
            "NothingIsOverwritten",
            "OnlyTheCheckPutsWhatIsServed",
            "NotEvenTheCheckReadsWhatIsNotClean",
            ":role/",
            "arn:aws:s3:::" + bucket() + "/incoming/*");
  }

  @Test
  void theKeysAreAdministeredByTheAccountAndUsedThroughTheirServiceAlone() {
    assertThat(policy("TableKey"))
        .contains("arn:aws:iam::000000000000:root", "\"kms:ViaService\": \"dynamodb.eu-north-1.");
    assertThat(policy("FilesKey"))
        .contains("arn:aws:iam::000000000000:root", "\"kms:ViaService\": \"s3.eu-north-1.");
    assertThat(policy("CitizensKey"))
        .contains("arn:aws:iam::000000000000:root")
        .doesNotContain("ViaService");
    assertThat(KEYS.getKeyRotationStatus(get -> get.keyId(made("TableKey"))).keyRotationEnabled())
        .isTrue();
    assertThat(KEYS.getKeyRotationStatus(get -> get.keyId(made("FilesKey"))).keyRotationEnabled())
        .isTrue();
  }

  @Test
  void theKeysOfCitizensAndLoginsDoWhatTheyAreFor() {
    assertThat(shown(key("CitizensKey"))).isEqualTo("HMAC_256 GENERATE_VERIFY_MAC");
    assertThat(shown(key("LoginKey"))).isEqualTo("ECC_NIST_P256 SIGN_VERIFY");
    var mac =
        KEYS.generateMac(
            generate ->
                generate
                    .keyId(made("CitizensKey"))
                    .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                    .message(SdkBytes.fromUtf8String("citizen")));
    assertThat(mac.mac().asByteArray()).hasSize(32);
  }

  private static String made(String logicalId) {
    return Objects.requireNonNull(made.get(logicalId), logicalId);
  }

  private static String bucket() {
    return made("FilesBucket");
  }

  private static TableDescription table(String logicalId) {
    return TABLES.describeTable(describe -> describe.tableName(made(logicalId))).table();
  }

  private static String timeToLive(String table) {
    var described =
        TABLES
            .describeTimeToLive(describe -> describe.tableName(made(table)))
            .timeToLiveDescription();
    return described.timeToLiveStatus() == TimeToLiveStatus.ENABLED
        ? described.attributeName()
        : "none";
  }

  private static KeyMetadata key(String logicalId) {
    return KEYS.describeKey(describe -> describe.keyId(made(logicalId))).keyMetadata();
  }

  private static String policy(String logicalId) {
    return KEYS.getKeyPolicy(get -> get.keyId(made(logicalId)).policyName("default")).policy();
  }

  private static String keys(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).collect(Collectors.joining(" "));
  }

  private static String shown(KeyMetadata key) {
    return key.keySpecAsString() + " " + key.keyUsageAsString();
  }
}
