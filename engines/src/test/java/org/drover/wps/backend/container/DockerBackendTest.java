package org.drover.wps.backend.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DockerBackendTest extends ContainerContract {

  private static final DevEngine ENGINE = new DevEngine("docker", "dockerd");

  @BeforeAll
  static void begin() throws Exception {
    ENGINE.up();
  }

  @AfterAll
  static void end() throws Exception {
    ENGINE.down();
  }

  @Override
  DevEngine engine() {
    return ENGINE;
  }

  /** Podman says nothing of what was lost with it until the machine has started again. */
  @Test
  void whatIsLostWithItsEngineIsToldSo() throws Exception {
    Task task = task("touch began; sleep 600");
    newBackend().submit(List.of(task));
    await().atMost(LONG).until(() -> isThere(task, "began"));
    ENGINE.crash(pid(task));
    ENGINE.up();
    assertThat(ending(task).reason()).isEqualTo(Reason.LOST);
  }

  private static long pid(Task task) throws IOException {
    Engine asked = new Engine(ENGINE.host());
    try {
      return asked.ask(
          it -> it.inspectContainerCmd(task.name().toString()).exec().getState().getPidLong());
    } finally {
      asked.close();
    }
  }
}
