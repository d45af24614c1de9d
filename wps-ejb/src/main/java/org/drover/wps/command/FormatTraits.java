package org.drover.wps.command;

import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.data.Format;

/** What a file says of the formats of its inputs and outputs, beyond what clients see. */
record FormatTraits(Map<Key, Traits> all) {

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("application/geo+json", "geojson"),
          Map.entry("application/json", "json"),
          Map.entry("application/gml+xml", "gml"),
          Map.entry("application/geopackage+sqlite3", "gpkg"),
          Map.entry("application/vnd.google-earth.kml+xml", "kml"),
          Map.entry("application/zip", "zip"),
          Map.entry("application/wkt", "wkt"),
          Map.entry("image/tiff", "tif"),
          Map.entry("image/png", "png"),
          Map.entry("image/jpeg", "jpg"),
          Map.entry("text/csv", "csv"),
          Map.entry("text/plain", "txt"),
          Map.entry("text/xml", "xml"));

  FormatTraits {
    all = Map.copyOf(all);
  }

  /** An input or output, and a format of it. */
  record Key(String data, Format format) {}

  /**
   * What there is to say.
   *
   * @param extension of a file's name, without the point
   * @param name what the program calls the format
   */
  record Traits(Optional<String> extension, Optional<String> name) {}

  /** The ending of a file's name, with its point; empty if nothing is known. */
  String ending(String data, Format format) {
    return traits(data, format)
        .extension()
        .or(() -> Optional.ofNullable(EXTENSIONS.get(format.baseType())))
        .map(it -> "." + it)
        .orElse("");
  }

  /** What the program calls the format; its media type if nothing else is said. */
  String name(String data, Format format) {
    return traits(data, format).name().orElse(format.baseType());
  }

  private Traits traits(String data, Format format) {
    return all.getOrDefault(new Key(data, format), new Traits(Optional.empty(), Optional.empty()));
  }
}
