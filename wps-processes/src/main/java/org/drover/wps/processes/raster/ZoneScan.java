package org.drover.wps.processes.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;

/**
 * Finds the pixels whose centres lie in an area, row by row. A centre on the border of two areas is
 * in just one of them. For one thread.
 */
final class ZoneScan {

  private final SortedPackedIntervalRTree edges = new SortedPackedIntervalRTree();
  private final int width;
  private double top = Double.POSITIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  /** An edge in columns and rows. */
  private record Edge(double column, double row, double columnTo, double rowTo) {

    boolean crosses(double line) {
      return (row <= line) != (rowTo <= line);
    }

    double columnAt(double line) {
      return column + (line - row) / (rowTo - row) * (columnTo - column);
    }
  }

  /** Takes a run of pixels: the first column, and the one after the last. */
  interface Run {
    void of(int from, int to);
  }

  /**
   * @param geometry in the CRS of the grid; only its polygons count
   */
  ZoneScan(Geometry geometry, Grid grid) {
    this.width = grid.width();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      for (Object ring : LinearComponentExtracter.getLines((Polygon) polygon)) {
        addEdges(((LineString) ring).getCoordinates(), grid);
      }
    }
  }

  private void addEdges(Coordinate[] ring, Grid grid) {
    for (int i = 1; i < ring.length; i++) {
      Edge edge =
          new Edge(
              grid.column(ring[i - 1].x),
              grid.row(ring[i - 1].y),
              grid.column(ring[i].x),
              grid.row(ring[i].y));
      if (edge.row() != edge.rowTo()) {
        double upper = Math.min(edge.row(), edge.rowTo());
        double lower = Math.max(edge.row(), edge.rowTo());
        edges.insert(upper, lower, edge);
        top = Math.min(top, upper);
        bottom = Math.max(bottom, lower);
      }
    }
  }

  /** Whether any of the rows may have pixels of the area. */
  boolean meets(int firstRow, int endRow) {
    return top < endRow && bottom > firstRow;
  }

  /** Tells the runs of pixels of a row, from left to right. */
  void scan(int row, Run run) {
    double[] columns = crossings(row + 0.5);
    for (int i = 0; i + 1 < columns.length; i += 2) {
      int from = pixel(columns[i]);
      int to = pixel(columns[i + 1]);
      if (from < to) {
        run.of(from, to);
      }
    }
  }

  private double[] crossings(double line) {
    if (line < top || line > bottom) {
      return new double[0];
    }
    List<Double> columns = new ArrayList<>();
    edges.query(
        line,
        line,
        it -> {
          Edge edge = (Edge) it;
          if (edge.crosses(line)) {
            columns.add(edge.columnAt(line));
          }
        });
    double[] sorted = columns.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** First pixel of the raster whose centre is not left of a column. */
  private int pixel(double column) {
    return (int) Math.max(0, Math.min(width, Math.ceil(column - 0.5)));
  }
}
