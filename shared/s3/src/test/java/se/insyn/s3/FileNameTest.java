package se.insyn.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.events.StoredFile;

class FileNameTest {

  private static final StoredFile PDF = new StoredFile(StoredFile.PDF, 1, "ab".repeat(32));

  @Test
  void aPdfIsShownAndEverythingElseSaved() {
    assertThat(FileName.disposition(PDF, "Utredning"))
        .isEqualTo("inline; filename=\"Utredning.pdf\"; filename*=UTF-8''Utredning.pdf");
    assertThat(
            FileName.disposition(
                new StoredFile("application/msword", 1, "ab".repeat(32)), "Utredning"))
        .isEqualTo("attachment; filename=\"Utredning.doc\"; filename*=UTF-8''Utredning.doc");
  }

  @Test
  void theNameOfAFileKeepsTheEndingOfWhatItIs() {
    assertThat(FileName.disposition(PDF, "Brev.PDF"))
        .isEqualTo("inline; filename=\"Brev.pdf\"; filename*=UTF-8''Brev.pdf");
    assertThat(FileName.disposition(new StoredFile("image/jpeg", 1, "ab".repeat(32)), "a.exe"))
        .isEqualTo("attachment; filename=\"a.exe.jpg\"; filename*=UTF-8''a.exe.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Beslut – åäö ÅÄÖ é    | Beslut _ aao AAO e.pdf | Beslut%20%E2%80%93%20%C3%A5%C3%A4%C3%B6%20%C3%85%C3%84%C3%96%20%C3%A9.pdf
          ../../etc/passwd      | etc passwd.pdf         | etc%20passwd.pdf
          "a"; filename="b.exe" | a filename b.exe.pdf   | a%20filename%20b.exe.pdf
          C:\\Temp\\x           | C Temp x.pdf           | C%20Temp%20x.pdf
          .hidden.              | hidden.pdf             | hidden.pdf
          %00%0d%0aX: y         | 00 0d 0aX y.pdf        | 00%200d%200aX%20y.pdf
          😀                    | dokument.pdf           | dokument.pdf
          مرحبا                 | _.pdf                  | %D9%85%D8%B1%D8%AD%D8%A8%D8%A7.pdf
          """)
  void theNameIsMadeOfTheTitle(String title, String ascii, String encoded) {
    assertThat(FileName.disposition(PDF, title))
        .isEqualTo("inline; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "\u202e", "\r\n", "//"})
  void aTitleWithoutAnythingToReadIsADocument(String title) {
    assertThat(FileName.disposition(PDF, title)).contains("filename=\"dokument.pdf\"");
  }

  @Test
  void aSignThatTurnsTheReadingRoundIsLeftOut() {
    assertThat(FileName.disposition(PDF, "brev\u202efdp.exe"))
        .isEqualTo("inline; filename=\"brev fdp.exe.pdf\"; filename*=UTF-8''brev%20fdp.exe.pdf");
  }

  @Test
  void aLongTitleIsCutBetweenCharacters() {
    assertThat(FileName.disposition(PDF, "𝒜".repeat(300)))
        .endsWith("UTF-8''" + "%F0%9D%92%9C".repeat(100) + ".pdf");
  }
}
