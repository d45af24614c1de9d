package org.drover.wps.data.codec;

import java.util.HashMap;
import java.util.Map;

/** The CRS of a GML document: named by the collection, the feature or each geometry. */
final class GmlCrs {

  private final Map<String, CrsName> parsed = new HashMap<>();
  private String ofCollection;
  private String ofFeature;
  private String canonical;

  /** A name that holds for the whole collection; null is none. */
  void collection(String name) {
    if (name != null) {
      ofCollection = name;
    }
  }

  /** A name that holds for the feature that begins; null is none. */
  void feature(String name) {
    ofFeature = name;
  }

  /** The name that holds for a geometry which carries, or inherits, this one or null. */
  String inherited(String name) {
    if (name != null) {
      return name;
    }
    return ofFeature != null ? ofFeature : ofCollection;
  }

  /**
   * The CRS by its name; null is CRS84.
   *
   * @throws MalformedDataException if it is not that of the geometries before
   */
  CrsName require(String name) {
    CrsName crs = parsed.get(name);
    if (crs == null) {
      crs = name == null ? new CrsName(CrsName.CRS84, false) : CrsName.parse(name);
      if (parsed.size() < 100) {
        parsed.put(name, crs);
      }
    }
    if (canonical != null && !canonical.equals(crs.canonical())) {
      throw new MalformedDataException(
          "The geometries are in several coordinate reference systems, "
              + canonical
              + " and "
              + crs.canonical()
              + (name == null ? " (where there is no srsName)" : "")
              + ". Send them in one.");
    }
    canonical = crs.canonical();
    return crs;
  }

  /** The CRS of the geometries read. */
  String canonical() {
    if (canonical != null) {
      return canonical;
    }
    return ofCollection == null ? CrsName.CRS84 : CrsName.parse(ofCollection).canonical();
  }
}
