package org.drover.wps.backend.container;

import org.drover.wps.config.Setting;

/** What an administrator decides on containers. */
final class ContainerSettings {

  /** Socket of the engine. Only one of this machine can mount the folders of tasks. */
  static final Setting<String> HOST =
      Setting.text("drover.container.host", "unix:///var/run/docker.sock");

  /** Image of tasks that name none. */
  static final Setting<String> IMAGE =
      Setting.text("drover.container.image", "localhost/drover/worker:1");

  /** Network of the engine for programs that may use one; all others have none. */
  static final Setting<String> NETWORK = Setting.text("drover.container.network", "bridge");

  private ContainerSettings() {}
}
