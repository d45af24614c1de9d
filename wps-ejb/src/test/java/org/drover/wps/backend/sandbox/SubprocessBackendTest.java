package org.drover.wps.backend.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.BackendContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Tasks in the sandbox of this machine. */
class SubprocessBackendTest extends BackendContract {

  @TempDir Path folder;
  private final List<HostSandbox> made = new ArrayList<>();

  @Override
  protected Path newFolder() {
    return folder;
  }

  @Override
  protected Backend newBackend() {
    HostSandbox sandbox = new HostSandbox();
    sandbox.prepare();
    made.add(sandbox);
    return sandbox;
  }

  @AfterEach
  void close() {
    made.forEach(HostSandbox::close);
  }
}
