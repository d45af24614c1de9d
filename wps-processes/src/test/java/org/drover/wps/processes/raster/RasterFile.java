package org.drover.wps.processes.raster;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.DoubleBinaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes GeoTIFF files of functions of longitude and latitude, on the whole Earth, EPSG:4326. */
record RasterFile(int width, int dataType, String compression, boolean tiled, double noData) {

  private static final char[] KEYS = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326};

  static RasterFile ofFloats(int width) {
    return new RasterFile(width, DataBuffer.TYPE_FLOAT, "LZW", true, -9999);
  }

  double pixel() {
    return 360.0 / width;
  }

  byte[] of(DoubleBinaryOperator valueAt) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam form = writer.getDefaultWriteParam();
    form.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    form.setCompressionType(compression);
    if (tiled) {
      form.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      form.setTiling(64, 64, 0, 0);
    }
    BufferedImage image = image(valueAt);
    IIOMetadata tags =
        withPlace(
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), form));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, tags), form);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private BufferedImage image(DoubleBinaryOperator valueAt) {
    int height = width / 2;
    WritableRaster pixels =
        Raster.createWritableRaster(new BandedSampleModel(dataType, width, height, 1), null);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double longitude = (column + 0.5) * pixel() - 180;
        double latitude = 90 - (row + 0.5) * pixel();
        pixels.setSample(column, row, 0, valueAt.applyAsDouble(longitude, latitude));
      }
    }
    ColorModel grey =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            Transparency.OPAQUE,
            dataType);
    return new BufferedImage(grey, pixels, false, null);
  }

  private IIOMetadata withPlace(IIOMetadata metadata) throws IOException {
    TIFFDirectory tags = TIFFDirectory.createFromMetadata(metadata);
    add(tags, GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, new double[] {pixel(), pixel(), 0});
    add(tags, GeoTIFFTagSet.TAG_MODEL_TIE_POINT, new double[] {0, 0, 0, -180, 90, 0});
    TIFFTag keys = GeoTIFFTagSet.getInstance().getTag(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY);
    tags.addTIFFField(new TIFFField(keys, TIFFTag.TIFF_SHORT, KEYS.length, KEYS));
    TIFFTag none = new TIFFTag("GDAL_NODATA", 42113, 1 << TIFFTag.TIFF_ASCII);
    tags.addTIFFField(
        new TIFFField(none, TIFFTag.TIFF_ASCII, 1, new String[] {Double.toString(noData)}));
    return tags.getAsMetadata();
  }

  private static void add(TIFFDirectory tags, int tag, double[] values) {
    tags.addTIFFField(
        new TIFFField(
            GeoTIFFTagSet.getInstance().getTag(tag), TIFFTag.TIFF_DOUBLE, values.length, values));
  }
}
