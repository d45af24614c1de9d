package org.drover.wps.web.wps20;

import java.util.List;
import java.util.Optional;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.FormatMatch;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;

/** The two forms of literals and boxes, the default first (14-065r2 §8.3.5, §10.1). */
final class SmallFormats {

  /** {@code 70@uom=m}, and wps:LiteralValue. */
  static final List<Format> LITERAL = List.of(Format.TEXT, Format.XML);

  /** ows:BoundingBox, and {@code 51.9,7.0,53.0,8.0,EPSG:4326}. */
  static final List<Format> BOX = List.of(Format.XML, Format.TEXT);

  private SmallFormats() {}

  /** Those of this data; empty when it has formats of its own. */
  static List<Format> of(DataDescription data) {
    if (data instanceof DataDescription.Literal) {
      return LITERAL;
    }
    return data instanceof DataDescription.Box ? BOX : List.of();
  }

  /**
   * Refuses a format in which no literal or box is written.
   *
   * @param id of the input or output, locator of the refusal
   */
  static void require(DataDescription data, DeclaredFormat declared, String id) {
    List<Format> formats = of(data);
    if (!formats.isEmpty() && match(formats, declared).isEmpty()) {
      throw new WpsException(
          Fault.UNSUPPORTED_FORMAT,
          id,
          "'" + id + "' is written as one of: " + FormatMatch.list(formats) + ".");
    }
  }

  /** Whether the form asked for is XML; what is no form of small data counts as none. */
  static boolean isXml(List<Format> formats, DeclaredFormat declared) {
    return match(formats, declared).orElse(formats.get(0)).isXml();
  }

  private static Optional<Format> match(List<Format> formats, DeclaredFormat declared) {
    return FormatMatch.resolve(
        formats, new DeclaredFormat(declared.mediaType(), Optional.empty(), Optional.empty()));
  }
}
