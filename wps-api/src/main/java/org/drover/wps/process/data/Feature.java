package org.drover.wps.process.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A thing with a geometry and properties.
 *
 * @param id as given by the client; empty when it has none
 * @param geometry in x, y order in the CRS of its collection; null when the feature has none, as
 *     GeoJSON (RFC 7946 §3.2) allows
 * @param properties in the order given; values are String, Long, Double, Boolean, null, or List and
 *     Map of these
 */
public record Feature(String id, Geometry geometry, Map<String, Object> properties) {
  public Feature {
    id = id == null ? "" : id;
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  public Optional<Geometry> findGeometry() {
    return Optional.ofNullable(geometry);
  }

  /** The same feature with another geometry. */
  public Feature withGeometry(Geometry other) {
    return new Feature(id, other, properties);
  }

  /** The same feature with one more, or one changed, property. */
  public Feature withProperty(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(name, value);
    return new Feature(id, geometry, more);
  }
}
