package org.drover.wps.processes.raster;

import java.awt.image.Raster;

/**
 * Some rows of one band.
 *
 * @param firstRow row of the raster the block begins with
 * @param pixels pixels with their origin at 0, 0
 */
record Block(int firstRow, Raster pixels, int band) {

  double value(int column, int row) {
    return pixels.getSampleDouble(column, row - firstRow, band);
  }

  int endRow() {
    return firstRow + pixels.getHeight();
  }
}
