package org.drover.wps.data;

import java.util.Optional;
import org.drover.wps.process.data.Format;

/**
 * A format as a client writes it: any member may be absent, and then the description's default or
 * the fetched media type decides.
 */
public record DeclaredFormat(
    Optional<String> mediaType, Optional<String> encoding, Optional<String> schema) {

  public static final DeclaredFormat NONE =
      new DeclaredFormat(Optional.empty(), Optional.empty(), Optional.empty());

  public static DeclaredFormat of(Format format) {
    return of(format.mediaType(), format.encoding(), format.schema());
  }

  /** Empty and null members count as absent. */
  public static DeclaredFormat of(String mediaType, String encoding, String schema) {
    return new DeclaredFormat(present(mediaType), present(encoding), present(schema));
  }

  private static Optional<String> present(String text) {
    return Optional.ofNullable(text).map(String::trim).filter(it -> !it.isEmpty());
  }

  public boolean isNone() {
    return mediaType.isEmpty() && encoding.isEmpty() && schema.isEmpty();
  }
}
