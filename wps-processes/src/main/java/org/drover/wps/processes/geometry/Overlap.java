package org.drover.wps.processes.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.data.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What two features have in common. */
public final class Overlap {

  private static final String TAKEN = "right_";

  private Overlap() {}

  /**
   * The common geometry with the properties of both. Empty where they only touch: it has the
   * dimension of the lesser of both.
   */
  public static Feature of(Feature left, Feature right) {
    return new Feature(
        left.id() + ":" + right.id(), common(left.geometry(), right.geometry()), both(left, right));
  }

  private static Geometry common(Geometry left, Geometry right) {
    Geometry common = OverlayNGRobust.overlay(left, right, OverlayNG.INTERSECTION);
    int dimension = Math.min(left.getDimension(), right.getDimension());
    if (common.isEmpty() || isOnly(common, dimension)) {
      return common;
    }
    List<Geometry> kept = new ArrayList<>();
    for (int i = 0; i < common.getNumGeometries(); i++) {
      if (common.getGeometryN(i).getDimension() == dimension) {
        kept.add(common.getGeometryN(i));
      }
    }
    return common.getFactory().buildGeometry(kept);
  }

  private static boolean isOnly(Geometry geometry, int dimension) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() != dimension) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Object> both(Feature left, Feature right) {
    Map<String, Object> all = new LinkedHashMap<>(left.properties());
    right
        .properties()
        .forEach((name, value) -> all.put(all.containsKey(name) ? TAKEN + name : name, value));
    return all;
  }
}
