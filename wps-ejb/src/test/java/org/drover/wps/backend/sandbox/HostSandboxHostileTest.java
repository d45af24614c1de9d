package org.drover.wps.backend.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.HostileTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class HostSandboxHostileTest extends HostileTasks {

  private final HostSandbox sandbox = new HostSandbox();

  @TempDir Path folder;

  @Override
  protected Path newFolder() {
    return folder;
  }

  @Override
  protected Backend newBackend() {
    sandbox.prepare();
    assertThat(sandbox.problem()).isEmpty();
    return sandbox;
  }

  @AfterEach
  void close() {
    sandbox.close();
  }
}
