package se.insyn.filechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.s3.FileKey;

class FileEventTest {

  @ParameterizedTest
  @CsvSource({
    "file-arrived,",
    "file-scanned-clean,NO_THREATS_FOUND",
    "file-scanned-threat,THREATS_FOUND"
  })
  void theSamplesSayWhichVersionOfWhichFileTheyAreAbout(String name, @Nullable String scan)
      throws IOException {
    byte[] sample = Files.readAllBytes(Path.of("../../events/files", name + ".json"));

    assertThat(FileEvent.read(sample))
        .contains(
            new FileEvent(
                "files",
                new ArrivedFile(
                    new FileKey(
                        new CaseId("0123456789abcdef0123456789abcdef"),
                        new EventId("DOK-UTR-9"),
                        "ae9e1194dfbdb59335eb2e32d6f8d8f2d074ad68b328e676bd9845e4b953263f"),
                    "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e"),
                scan));
  }
}
