package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Language;

/** What is sent says nothing about anybody. */
class TextsTest {

  private static final String NAME = "Exempelby kommun";

  /** Every word that may ever be sent, beside the municipality's name and a code. */
  private static final Set<String> WORDS =
      Set.of(
          """
          a address adressen använda as ask att be because been behöver bett bortse
          brukar bytte bytts can cannot code contact den det did dig din do du då
          eftersom en finns fler for from från för ge gäller går göra har has hej hello
          here hit här i if ignore in inga inte is it kan kod kommunen kontakta log
          logga läsa meddelande meddelanden meddelandet message messages minuter minutes
          more municipality new no not nytt någon något om på read replaced replied send
          share skickar som something svara ten the there this till tio to usual ut
          valid vanligt var vi was we who will you your är
          """
              .strip()
              .split("\\s+", -1));

  private final Texts texts = new Texts(NAME);

  @Test
  void everyTextIsMadeOfKnownWordsTheMunicipalitysNameAndACode() {
    var unknown = new TreeSet<String>();
    for (Purpose purpose : Purpose.values()) {
      for (Channel channel : Channel.values()) {
        for (Language language : Language.values()) {
          Text text = texts.of(purpose, channel, language, "483920");
          assertThat(text.body()).contains(NAME);
          assertThat(text.body().contains("483920")).isEqualTo(purpose == Purpose.CODE);
          String rest =
              (text.subject() + " " + text.body()).replace(NAME, "").replace("483920", "");
          assertThat(rest).doesNotContain("http", "www", "{", "}", "@", "/");
          for (String word : rest.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (!word.isEmpty() && !WORDS.contains(word)) {
              unknown.add(word);
            }
          }
          assertThat(rest).doesNotContainPattern("\\d");
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everySmsFitsIntoOnePartWithTheLongestName() {
    var longest = new Texts("Å" + "b".repeat(98) + "g");
    for (Purpose purpose : Purpose.values()) {
      for (Language language : Language.values()) {
        assertThat(Gsm7.fits(longest.of(purpose, Channel.SMS, language, "123456").body())).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Jåhkåmåhke, Jåhkåmåhke",
    "Árjepluovve, Arjepluovve",
    "Malå – Málage, Malå - Malage",
    "Pajala–Haparanda, Pajala-Haparanda",
  })
  void lettersThatNoSmsHasAreWrittenWithoutTheirMarks(String name, String written) {
    assertThat(new Texts(name).of(Purpose.NOTICE, Channel.SMS, Language.SWEDISH, "").body())
        .startsWith(written + ": ");
    assertThat(new Texts(name).of(Purpose.NOTICE, Channel.EMAIL, Language.SWEDISH, "").body())
        .contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"市", "Москва", "🏠 kommun"})
  void aNameThatNoSmsCanCarryIsRefusedAtTheStart(String name) {
    assertThatThrownBy(() -> new Texts(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmailIsPlainTextWithoutAnythingToLoadOrToFollow() {
    Text text = texts.of(Purpose.NOTICE, Channel.EMAIL, Language.SWEDISH, "");
    String mail =
        new String(
            RawMail.bytes(
                "a@example.se", "b@example.se", text, Instant.parse("2026-11-20T09:00:00Z")),
            StandardCharsets.US_ASCII);

    assertThat(mail.substring(0, mail.indexOf("\r\n\r\n")))
        .isEqualTo(
            String.join(
                "\r\n",
                "From: a@example.se",
                "To: b@example.se",
                "Subject: =?UTF-8?B?TWVkZGVsYW5kZSBmcsOlbiBFeGVtcGVsYnkga29tbXVu?=",
                "Date: Fri, 20 Nov 2026 09:00:00 GMT",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "Auto-Submitted: auto-generated"));
  }

  @Test
  void aLongSubjectIsCutBetweenLetters() {
    Text text = new Text("å".repeat(60), "x");
    String mail =
        new String(
            RawMail.bytes("a@example.se", "b@example.se", text, Instant.EPOCH),
            StandardCharsets.US_ASCII);

    assertThat(mail.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(90));
    var whole = new StringBuilder();
    java.util.regex.Pattern.compile("=\\?UTF-8\\?B\\?([^?]+)\\?=")
        .matcher(mail)
        .results()
        .forEach(
            word ->
                whole.append(
                    new String(
                        java.util.Base64.getDecoder().decode(word.group(1)),
                        StandardCharsets.UTF_8)));
    assertThat(whole.toString()).isEqualTo(text.subject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.se\r\nBcc: c@d.se",
        "a@b.se,c@d.se",
        "a b@c.se",
        "<a@b.se>",
        "\"a\"@b.se",
        "a",
        "å@b.se"
      })
  void whatIsNoAddressGetsNoMail(String address) {
    assertThat(RawMail.isAddress(address)).isFalse();
  }
}
