package org.drover.wps.processes.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample temperature.tif; run it to write the file anew. */
final class SampleRaster {

  private static final double NONE = -9999;

  private SampleRaster() {}

  /** Made-up yearly mean temperature in °C, to half a degree. */
  static double temperature(double longitude, double latitude) {
    if (latitude < -85) {
      return NONE;
    }
    double warmth = 46 * Math.pow(Math.cos(Math.toRadians(latitude)), 1.2) - 18;
    double continents =
        3 * Math.sin(Math.toRadians(2 * longitude)) * Math.cos(Math.toRadians(latitude));
    return Math.rint(2 * (warmth + continents)) / 2;
  }

  static byte[] bytes() throws IOException {
    return RasterFile.ofFloats(360).of(SampleRaster::temperature);
  }

  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), bytes());
  }
}
