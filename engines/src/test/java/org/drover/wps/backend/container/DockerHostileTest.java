package org.drover.wps.backend.container;

class DockerHostileTest extends ContainerHostileTasks {

  DockerHostileTest() {
    super(new DevEngine("docker", "dockerd"));
  }
}
