package org.drover.wps.web.ows;

import java.util.Optional;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/** Whether complex data inside a request is base64: by its declared encoding, else its format's. */
public final class Base64Choice {

  private Base64Choice() {}

  public static boolean applies(DeclaredFormat declared, Optional<InputDescription> input) {
    if (declared.encoding().isPresent()) {
      return declared.encoding().get().equalsIgnoreCase("base64");
    }
    return input
        .map(InputDescription::data)
        .filter(DataDescription.Complex.class::isInstance)
        .flatMap(data -> meant(declared, (DataDescription.Complex) data))
        .map(Format::isBase64)
        .orElse(false);
  }

  private static Optional<Format> meant(DeclaredFormat declared, DataDescription.Complex data) {
    return declared.mediaType().isEmpty()
        ? Optional.of(data.formats().get(0))
        : data.formats().stream()
            .filter(it -> it.mediaType().equalsIgnoreCase(declared.mediaType().get()))
            .findFirst();
  }
}
