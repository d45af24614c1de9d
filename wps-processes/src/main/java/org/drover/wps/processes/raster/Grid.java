package org.drover.wps.processes.raster;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the pixels of a raster lie, north up, and which value means none.
 *
 * @param left x of the outer edge of the first column, in units of the CRS
 * @param top y of the outer edge of the first row
 * @param pixelWidth above 0
 * @param pixelHeight above 0; rows run downwards
 * @param crs {@code EPSG:nnnn}; empty when the file does not tell
 */
record Grid(
    int width,
    int height,
    int rowsPerBlock,
    double left,
    double top,
    double pixelWidth,
    double pixelHeight,
    OptionalDouble noData,
    Optional<String> crs) {

  /** Number of blocks of rows, the last of which may be shorter. */
  int blocks() {
    return (height + rowsPerBlock - 1) / rowsPerBlock;
  }

  /** Column of a position; whole numbers are the left edges of pixels. */
  double column(double x) {
    return (x - left) / pixelWidth;
  }

  /** Row of a position; whole numbers are the upper edges of pixels. */
  double row(double y) {
    return (top - y) / pixelHeight;
  }

  boolean isNoData(double value) {
    return !Double.isFinite(value) || (noData.isPresent() && noData.getAsDouble() == value);
  }
}
