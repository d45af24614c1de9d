package org.drover.wps.backend.sandbox;

import java.util.Set;
import org.drover.wps.config.Setting;

/** What an administrator decides on programs. */
final class SandboxSettings {

  /**
   * Whether programs may run without bubblewrap, which they then do with the server's view of the
   * file system and network.
   */
  static final Setting<Boolean> OPTIONAL = Setting.flag("drover.sandbox.optional", false);

  /** Folders beside {@code /usr} that programs can read, as absolute paths. */
  static final Setting<Set<String>> READABLE = Setting.names("drover.sandbox.readable", "none");

  /** Control group, below the roots of the hierarchies, that the groups of programs are made in. */
  static final Setting<String> CGROUP = Setting.text("drover.sandbox.cgroup", "drover");

  private SandboxSettings() {}
}
