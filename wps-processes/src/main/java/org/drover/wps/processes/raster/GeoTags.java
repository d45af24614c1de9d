package org.drover.wps.processes.raster;

import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.drover.wps.process.InvalidInputException;

/** Reads the tags of a GeoTIFF that say where it lies (OGC 19-008r4 §7). */
record GeoTags(TIFFDirectory tags, String input) {

  private static final int GDAL_NODATA = 42113;
  private static final int RASTER_TYPE_KEY = 1025;
  private static final int PIXEL_IS_POINT = 2;
  private static final int GEODETIC_CRS_KEY = 2048;
  private static final int PROJECTED_CRS_KEY = 3072;
  private static final int USER_DEFINED = 32767;

  /** x and y of the upper left corner and size of the pixels. */
  record Placement(double left, double top, double pixelWidth, double pixelHeight) {}

  Placement placement() {
    Placement corner =
        find(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE)
            .map(this::scaled)
            .or(() -> find(GeoTIFFTagSet.TAG_MODEL_TRANSFORMATION).map(this::transformed))
            .orElseThrow(
                () -> fault("does not say where it lies. Send a GeoTIFF with a placement."));
    if (!(corner.pixelWidth() > 0 && corner.pixelHeight() > 0)) {
      throw fault("is not north up. Warp it so that rows run from north to south.");
    }
    double half = key(RASTER_TYPE_KEY).filter(it -> it == PIXEL_IS_POINT).isPresent() ? 0.5 : 0;
    return new Placement(
        corner.left() - half * corner.pixelWidth(),
        corner.top() + half * corner.pixelHeight(),
        corner.pixelWidth(),
        corner.pixelHeight());
  }

  private Placement scaled(TIFFField scale) {
    TIFFField tie =
        find(GeoTIFFTagSet.TAG_MODEL_TIE_POINT)
            .filter(it -> it.getCount() >= 6)
            .orElseThrow(() -> fault("has a pixel scale but no tie point."));
    double width = scale.getAsDouble(0);
    double height = scale.getAsDouble(1);
    return new Placement(
        tie.getAsDouble(3) - tie.getAsDouble(0) * width,
        tie.getAsDouble(4) + tie.getAsDouble(1) * height,
        width,
        height);
  }

  private Placement transformed(TIFFField matrix) {
    if (matrix.getCount() < 16 || matrix.getAsDouble(1) != 0 || matrix.getAsDouble(4) != 0) {
      throw fault("is rotated. Warp it so that rows run from west to east.");
    }
    return new Placement(
        matrix.getAsDouble(3),
        matrix.getAsDouble(7),
        matrix.getAsDouble(0),
        -matrix.getAsDouble(5));
  }

  /** The value that means none, as GDAL writes it. */
  OptionalDouble noData() {
    return find(GDAL_NODATA)
        .map(it -> it.getAsString(0).replace("\0", "").trim())
        .map(this::number)
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble number(String text) {
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          input, "The raster's no-data value '" + text + "' is not a number.", e);
    }
  }

  Optional<String> crs() {
    return key(PROJECTED_CRS_KEY)
        .or(() -> key(GEODETIC_CRS_KEY))
        .filter(code -> code > 0 && code != USER_DEFINED)
        .map(code -> "EPSG:" + code);
  }

  /** The value of a short key: entries are key, place, count, value (§7.1.2). */
  private Optional<Integer> key(int key) {
    return find(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY).flatMap(it -> value(it, key));
  }

  private static Optional<Integer> value(TIFFField keys, int key) {
    for (int i = 4; i + 3 < keys.getCount(); i += 4) {
      if (keys.getAsInt(i) == key && keys.getAsInt(i + 1) == 0) {
        return Optional.of(keys.getAsInt(i + 3));
      }
    }
    return Optional.empty();
  }

  private Optional<TIFFField> find(int tag) {
    return Optional.ofNullable(tags.getTIFFField(tag));
  }

  private InvalidInputException fault(String what) {
    return new InvalidInputException(input, "The raster " + what);
  }
}
