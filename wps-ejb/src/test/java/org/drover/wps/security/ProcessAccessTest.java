package org.drover.wps.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessAccessTest {

  private static final Caller USER = new Caller("anna", Set.of(Roles.USE));
  private static final Caller ADMINISTRATOR = new Caller("root", Set.of(Roles.ADMINISTER));

  @TempDir Path folder;
  private final ProcessAccess access = new ProcessAccess();

  @AfterEach
  void forgetSetting() {
    System.clearProperty("drover.access.file");
  }

  private Path file() {
    Path file = folder.resolve("access.conf");
    System.setProperty("drover.access.file", file.toString());
    return file;
  }

  private boolean userSees(String process) {
    return access.rules().maySee(USER, process);
  }

  @Test
  void withoutAFileThereAreNoRules() {
    assertThat(userSees("buffer")).isTrue();
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    Files.writeString(file(), "buffer see=nobody\n");
    assertThat(userSees("buffer")).isFalse();
    assertThat(userSees("centroid")).isTrue();
    Files.writeString(file(), "centroid see=nobody\n");
    assertThat(userSees("buffer")).isTrue();
    assertThat(userSees("centroid")).isFalse();
  }

  @Test
  void anUnreadableFileAtTheStartLetsOnlyAdministratorsIn() throws IOException {
    Files.writeString(file(), "buffer see\n");
    assertThat(userSees("buffer")).isFalse();
    assertThat(access.rules().maySee(ADMINISTRATOR, "buffer")).isTrue();
  }

  @Test
  void aFileTheSettingNamesMustExist() {
    file();
    assertThat(userSees("buffer")).isFalse();
  }

  @Test
  void anUnreadableChangeChangesNothing() throws IOException {
    Files.writeString(file(), "buffer see=nobody\n");
    assertThat(userSees("buffer")).isFalse();
    Files.writeString(file(), "everything goes");
    assertThat(userSees("buffer")).isFalse();
    assertThat(userSees("centroid")).isTrue();
    Files.delete(file());
    assertThat(userSees("buffer")).isFalse();
  }
}
