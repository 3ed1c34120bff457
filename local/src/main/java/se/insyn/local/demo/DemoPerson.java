package se.insyn.local.demo;

import java.util.List;

/**
 * Somebody the demo is about, with a test number that nobody has.
 *
 * @param number twelve digits
 * @param sees what they find when they log in
 */
public record DemoPerson(String number, String name, String sees) {

  /** Those who can be picked on the login page. */
  public static final List<DemoPerson> ALL =
      List.of(
          new DemoPerson(
              "197605239917",
              "Mattias Öberg",
              "ekonomiskt bistånd för en familj, och en arbetsmarknadsinsats"),
          new DemoPerson(
              "196703049988",
              "Åsa-Lena Gustafsson",
              "medsökande i samma ärende, med sin egen arbetsplan"),
          new DemoPerson(
              "200007169915", "Elias Hertzberg", "övrigt bistånd: beslut, insats, utbetalning"),
          new DemoPerson("198406829906", "Amira Nilsson", "ekonomiskt bistånd, samordningsnummer"),
          new DemoPerson("191509149991", "Bertil Sandgren", "skyddade uppgifter: släpps inte in"),
          new DemoPerson("190905271474", "Utan ärende", "inget ärende: släpps inte in"));

  /** A number whose day has 60 added to it is a samordningsnummer. */
  public static boolean isCoordinationNumber(String number) {
    return number.length() == 12 && number.charAt(6) >= '6';
  }

  /** The name that goes with a number; for a number outside the demo a made up one. */
  public static String nameOf(String number) {
    return ALL.stream()
        .filter(person -> person.number().equals(number))
        .map(DemoPerson::name)
        .findFirst()
        .orElse("Test Testsson");
  }
}
