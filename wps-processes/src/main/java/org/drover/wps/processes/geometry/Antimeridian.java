package org.drover.wps.processes.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts areas at ±180° (RFC 7946 §3.1.9). */
final class Antimeridian {

  private Antimeridian() {}

  /** The area with what runs on past ±180° moved to where it lies on the map. */
  static Geometry cut(Geometry area) {
    Envelope extent = area.getEnvelopeInternal();
    if (extent.getMinX() >= -180 && extent.getMaxX() <= 180) {
      return area;
    }
    List<Geometry> pieces = new ArrayList<>();
    for (int turn = -1; turn <= 1; turn++) {
      Geometry piece = within(area, turn * 360.0);
      if (!piece.isEmpty()) {
        pieces.add(AffineTransformation.translationInstance(-turn * 360.0, 0).transform(piece));
      }
    }
    return OverlayNGRobust.union(pieces, area.getFactory());
  }

  private static Geometry within(Geometry area, double middle) {
    Envelope map = new Envelope(middle - 180, middle + 180, -90, 90);
    return OverlayNGRobust.overlay(area, area.getFactory().toGeometry(map), OverlayNG.INTERSECTION);
  }
}
