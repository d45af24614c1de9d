package org.drover.wps.data.codec;

import java.util.List;
import java.util.Optional;
import org.drover.wps.process.data.Format;

/** The formats of features there are. */
public final class FeatureFormats {

  static final GeoJsonFeatures GEOJSON = new GeoJsonFeatures();
  static final GmlFeatures GML = new GmlFeatures();

  private static final List<FeatureFormat> ALL = List.of(GEOJSON, GML);

  private FeatureFormats() {}

  public static Optional<FeatureFormat> find(Format format) {
    return ALL.stream().filter(it -> it.handles(format)).findFirst();
  }

  /**
   * The way features are written down in a format.
   *
   * @throws IllegalArgumentException if there is none: a process declares what cannot be read
   */
  public static FeatureFormat get(Format format) {
    return find(format)
        .orElseThrow(() -> new IllegalArgumentException("no features in " + format.mediaType()));
  }
}
