package org.drover.wps.it.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prepares the folder of the provisioned server Arquillian starts: configured, nothing deployed.
 */
final class EmptyServer implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    String home = System.getProperty("drover.server.home");
    if (home == null) {
      return; // inside of the server, which runs already
    }
    Path from = Path.of(home).resolve("standalone/configuration");
    Path base = Path.of(System.getProperty("drover.test.folder")).resolve("arquillian");
    Path to = Files.createDirectories(base.resolve("configuration"));
    String configuration = Files.readString(from.resolve("standalone.xml"));
    Files.writeString(
        to.resolve("standalone.xml"),
        configuration.replaceFirst("(?s)<deployments>.*</deployments>", ""));
    Files.writeString(
        to.resolve("logging.properties"), Files.readString(from.resolve("logging.properties")));
    for (String file :
        new String[] {"mgmt-users", "mgmt-groups", "application-users", "application-roles"}) {
      Files.writeString(to.resolve(file + ".properties"), "");
    }
    Files.createDirectories(base.resolve("deployments"));
  }
}
