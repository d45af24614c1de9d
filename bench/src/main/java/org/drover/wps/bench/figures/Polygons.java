package org.drover.wps.bench.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** GeoJSON of polygons of 16 points, some 450 bytes each, spread over the globe. */
final class Polygons {

  static final int BYTES_EACH = 435;

  private static final int POINTS = 16;
  private static final int RADIUS = 900;

  private Polygons() {}

  /** Writes a collection of so many. */
  static void write(OutputStream out, int count) throws IOException {
    StringBuilder text = new StringBuilder(1 << 16);
    text.append("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",");
      feature(text, i);
      if (text.length() > 60_000) {
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
      }
    }
    out.write(text.append("]}").toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void feature(StringBuilder text, int number) {
    long longitude = -170_000_000L + 340L * (number * 7919L % 1_000_000L);
    long latitude = -60_000_000L + 120L * (number * 104_729L % 1_000_000L);
    text.append("{\"type\":\"Feature\",\"properties\":{\"n\":").append(number);
    text.append("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
    for (int i = 0; i <= POINTS; i++) {
      double angle = 2 * Math.PI * (i % POINTS) / POINTS;
      text.append(i == 0 ? "[" : ",[");
      degrees(text, longitude + Math.round(RADIUS * Math.cos(angle)));
      text.append(',');
      degrees(text, latitude + Math.round(RADIUS * Math.sin(angle)));
      text.append(']');
    }
    text.append("]]}}");
  }

  private static void degrees(StringBuilder text, long millionths) {
    long size = Math.abs(millionths);
    text.append(millionths < 0 ? "-" : "").append(size / 1_000_000).append('.');
    String fraction = Long.toString(1_000_000 + size % 1_000_000);
    text.append(fraction, 1, fraction.length());
  }
}
