package org.drover.wps.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 101, 5_000})
  void whatIsWrittenIsReadWhereverItLies(int length) throws IOException {
    Path file = folder.resolve("made").resolve("in");
    Spool spool = new Spool(file, 10_000, "in", 100);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
      spool.write(bytes[i]);
    }
    spool.close();
    Content content = spool.content();
    assertThat(content.length()).isEqualTo(length);
    assertThat(content.file().isPresent()).isEqualTo(length > 100);
    assertThat(Files.exists(file)).isEqualTo(length > 100);
    try (InputStream in = content.open()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void withoutMemoryEvenOneByteGoesToTheFile() {
    Spool spool = new Spool(folder.resolve("in"), 10, "in", 0);
    spool.write(1);
    spool.close();
    assertThat(spool.content()).isInstanceOf(Content.InFile.class);
  }

  @Test
  void oneByteTooManyIsRefused() {
    Spool spool = new Spool(folder.resolve("in"), 10, "in");
    spool.write(new byte[10], 0, 10);
    assertThatThrownBy(() -> spool.write(1))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.SIZE_EXCEEDED);
              assertThat(e.locator()).contains("in");
            });
  }

  @Test
  void aFullDiskIsToldAsSuch() {
    Spool spool = new Spool(Path.of("/dev/full"), 1_000, "in", 10);
    assertThatThrownBy(() -> spool.write(new byte[11], 0, 11))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_ENOUGH_STORAGE));
  }

  @Test
  void aFolderThatCannotBeMadeIsNoFaultOfTheClient() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Spool spool = new Spool(file.resolve("below"), 1_000, "in", 10);
    assertThatThrownBy(() -> spool.write(new byte[11], 0, 11))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
  }
}
