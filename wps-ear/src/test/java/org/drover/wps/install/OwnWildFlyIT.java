package org.drover.wps.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of docs/install.md, taken on a WildFly as it is downloaded. */
@Tag("any-database")
class OwnWildFlyIT {

  private static final Path WILDFLY = Path.of(System.getProperty("drover.own.wildfly"));
  private static final Path INSTALL = Path.of(System.getProperty("drover.install.folder"));
  private static final Path EAR = Path.of(System.getProperty("drover.ear"));

  @TempDir Path work;

  @Test
  void aWildFlyPreparedByTheScriptServesTheEar() throws Exception {
    String configuration = Files.readString(configuration());
    try {
      prepare();
      String once = Files.readString(configuration());
      prepare();
      assertThat(Files.readString(configuration()))
          .as("a second run changes nothing")
          .isEqualTo(once)
          .isNotEqualTo(configuration);

      try (StartedServer server =
          StartedServer.start(
              WILDFLY, work.resolve("server.log"), List.of("-Djboss.server.base.dir=" + base()))) {
        server.awaitService();
      }
    } finally {
      Files.writeString(configuration(), configuration);
    }
  }

  private static Path configuration() {
    return WILDFLY.resolve("standalone/configuration/standalone.xml");
  }

  private void prepare() throws Exception {
    Path log = work.resolve("install.log");
    Process cli =
        StartedServer.script(WILDFLY, "jboss-cli.sh", List.of("--file=drover-install.cli"), log)
            .directory(INSTALL.toFile())
            .start();
    assertThat(cli.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(cli.exitValue()).as(Files.readString(log)).isZero();
  }

  /** Keeps the WildFly as it is: the server has its configuration and deployments elsewhere. */
  private Path base() throws IOException {
    Path base = work.resolve("base");
    Path own = Files.createDirectories(base.resolve("configuration"));
    Files.copy(configuration(), own.resolve("standalone.xml"));
    Files.copy(
        WILDFLY.resolve("standalone/configuration/logging.properties"),
        own.resolve("logging.properties"));
    for (String each :
        List.of("application-users", "application-roles", "mgmt-users", "mgmt-groups")) {
      Files.createFile(own.resolve(each + ".properties"));
    }
    Files.copy(EAR, Files.createDirectories(base.resolve("deployments")).resolve("drover.ear"));
    return base;
  }
}
