package org.drover.wps.backend.sandbox;

import java.nio.file.Path;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.BackendContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Tasks in the sandbox of this machine. */
class SubprocessBackendTest extends BackendContract {

  @TempDir Path folder;
  private final HostSandbox sandbox = new HostSandbox();

  @Override
  protected Path newFolder() {
    return folder;
  }

  @Override
  protected Backend newBackend() {
    sandbox.prepare();
    return sandbox;
  }

  @AfterEach
  void close() {
    sandbox.close();
  }
}
