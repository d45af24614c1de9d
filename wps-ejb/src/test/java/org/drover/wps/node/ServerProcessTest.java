package org.drover.wps.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

  private static ServerProcess withPid(long pid) {
    String[] own = ServerProcess.own().text().split(" ", -1);
    return new ServerProcess(own[0] + " " + own[1] + " " + pid + " " + own[3]);
  }

  @Test
  void oneThatRunsIsThere() {
    assertThat(ServerProcess.own().text()).matches("\\S+ pid:\\S+ \\d+ \\d+");
    assertThat(ServerProcess.own().isGone()).isFalse();
  }

  @Test
  void oneThatHasEndedIsGone() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(withPid(ended.pid()).isGone()).isTrue();
  }

  @Test
  void anotherUnderTheSameNumberIsNotTaken() {
    assertThat(withPid(1).isGone()).isTrue();
  }

  @Test
  void nothingIsKnownOfOtherMachines() {
    String own = ServerProcess.own().text();
    assertThat(new ServerProcess("other" + own).isGone()).isFalse();
    assertThat(new ServerProcess("").isGone()).isFalse();
  }
}
