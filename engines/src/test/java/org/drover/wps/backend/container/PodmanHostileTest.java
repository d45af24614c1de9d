package org.drover.wps.backend.container;

class PodmanHostileTest extends ContainerHostileTasks {

  PodmanHostileTest() {
    super(new DevEngine("podman", "podman"));
  }
}
