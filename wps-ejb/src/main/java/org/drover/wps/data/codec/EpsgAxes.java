package org.drover.wps.data.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Which EPSG codes are known, and which have latitude or northing first. */
final class EpsgAxes {

  private static final String TABLE = "epsg-axis-order.txt";
  private static final BitSet KNOWN = new BitSet();
  private static final BitSet NORTHING_FIRST = new BitSet();

  static {
    load();
  }

  private EpsgAxes() {}

  private static void load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EpsgAxes.class.getResourceAsStream(TABLE), StandardCharsets.US_ASCII))) {
      boolean northing = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("yx") || line.equals("xy")) {
          northing = line.equals("yx");
        } else if (!line.startsWith("#")) {
          add(line, northing);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }

  private static void add(String line, boolean northing) {
    for (String range : line.split(" ", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = Integer.parseInt(range.substring(dash + 1));
      KNOWN.set(first, last + 1);
      if (northing) {
        NORTHING_FIRST.set(first, last + 1);
      }
    }
  }

  static boolean isKnown(int code) {
    return KNOWN.get(code);
  }

  static boolean isNorthingFirst(int code) {
    return NORTHING_FIRST.get(code);
  }
}
