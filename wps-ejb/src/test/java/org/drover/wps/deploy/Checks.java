package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.IdleBackend;
import org.drover.wps.command.DescribedCommand;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.drover.wps.deploy.unit.UnitSource;

/** Short words for tests that check packages. */
final class Checks {

  static final String CWL = "application/cwl+yaml";
  static final String OGC = "application/ogcapppkg+json";
  static final String COMMAND = "application/vnd.drover.command+yaml";

  private final UnitSource units;

  Checks(UnitSource units) {
    this.units = units;
  }

  Checks() {
    this(
        href -> {
          throw new AssertionError("nothing is linked to");
        });
  }

  static DescribedCommand commands() {
    return new DescribedCommand(
        new Backends(List.of(new IdleBackend("subprocess"), new IdleBackend("container"))));
  }

  NewPackage check(String type, String text, Optional<String> tool) {
    return new PackageCheck(units, commands())
        .check(new SentPackage(type, text), Optional.empty(), tool);
  }

  /** The model a package comes to. */
  JsonNode model(String type, String text) {
    try {
      return new ObjectMapper().readTree(check(type, text, Optional.empty()).model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requires that a package is refused, and gives the reason. */
  Reason refused(String type, String text, String message) {
    PackageRefusedException refused =
        catchThrowableOfType(
            PackageRefusedException.class, () -> check(type, text, Optional.empty()));
    assertThat(refused).as(text).isNotNull();
    assertThat(refused).hasMessageContaining(message);
    return refused.reason();
  }
}
