package org.drover.wps.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.data.fetch.StopSignal;
import org.drover.wps.deploy.unit.UnitSource;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.Texts;

/** Execution units that packages link to, fetched under the rules for inputs by reference. */
@ApplicationScoped
public class LinkedUnits implements UnitSource {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Format ANY = new Format("application/octet-stream", "", "");
  private static final InputDescription UNIT =
      new InputDescription(
          "executionUnit",
          Texts.titled("Execution unit"),
          1,
          1,
          new DataDescription.Complex(List.of(ANY), OptionalLong.of(PackageCheck.LARGEST)),
          ComplexData.class);

  @Inject private Fetcher fetcher;

  @Override
  public String fetch(String href) {
    InputValue.Reference reference =
        new InputValue.Reference(
            href, false, List.of(), Optional.empty(), Optional.empty(), DeclaredFormat.of(ANY));
    try {
      Path file = Files.createTempFile("unit", null);
      try {
        return text((InputValue.Complex) fetcher.fetch(UNIT, reference, file, patience()));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StopSignal patience() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    return () -> {
      if (System.nanoTime() > end) {
        throw new StoppedException("The execution unit took too long to come.");
      }
    };
  }

  private static String text(InputValue.Complex unit) throws IOException {
    try (InputStream in = unit.content().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
