package org.drover.wps.processes.raster;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFImageReadParam;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.ComplexData;

/** An open GeoTIFF, read block by block. For one thread. */
final class GeoTiff implements Closeable {

  private static final int ROWS_AT_LEAST = 64;
  private static final int PIXELS_AT_MOST = 4_000_000;

  private final String input;
  private final ImageInputStream stream;
  private final ImageReader reader;
  private final TIFFImageReadParam tags;

  private GeoTiff(String input, ImageInputStream stream) {
    this.input = input;
    this.stream = stream;
    this.reader = ImageIO.getImageReadersByFormatName("tiff").next();
    this.tags = (TIFFImageReadParam) reader.getDefaultReadParam();
    this.tags.setReadUnknownTags(true);
    this.reader.setInput(stream);
  }

  /**
   * Opens a GeoTIFF.
   *
   * @param input identifier of the input it came in
   */
  static GeoTiff open(ComplexData data, String input) throws IOException {
    Optional<Path> file = data.findFile();
    if (file.isPresent()) {
      return new GeoTiff(input, new FileImageInputStream(file.get().toFile()));
    }
    InputStream bytes = data.open();
    return new GeoTiff(input, new OwnedStream(bytes));
  }

  /** A seekable copy of a stream, which is closed with it. */
  private static final class OwnedStream extends FileCacheImageInputStream {
    private final InputStream bytes;

    OwnedStream(InputStream bytes) throws IOException {
      super(bytes, null);
      this.bytes = bytes;
    }

    @Override
    public void close() throws IOException {
      super.close();
      bytes.close();
    }
  }

  /**
   * Where the raster lies.
   *
   * @throws InvalidInputException if it is not a GeoTIFF this class can read
   */
  Grid grid() throws IOException {
    try {
      GeoTags geo = new GeoTags(directory(), input);
      GeoTags.Placement placement = geo.placement();
      int width = reader.getWidth(0);
      return new Grid(
          width,
          reader.getHeight(0),
          rowsPerBlock(width, reader.getTileHeight(0)),
          placement.left(),
          placement.top(),
          placement.pixelWidth(),
          placement.pixelHeight(),
          geo.noData(),
          geo.crs());
    } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable(e);
    }
  }

  private TIFFDirectory directory() throws IOException {
    reader.setInput(stream, false, false);
    tags.setSourceRegion(new Rectangle(0, 0, 1, 1));
    return TIFFDirectory.createFromMetadata(reader.readAll(0, tags).getMetadata());
  }

  /** Whole strips or rows of tiles, unless they are very low or very high. */
  private static int rowsPerBlock(int width, int stripHeight) {
    int rows = stripHeight * Math.max(1, ROWS_AT_LEAST / stripHeight);
    return Math.max(1, Math.min(rows, PIXELS_AT_MOST / width));
  }

  /** Rows of a band; {@code index} counts blocks from 0. */
  Block block(Grid grid, int index, int band) throws IOException {
    int firstRow = index * grid.rowsPerBlock();
    int rows = Math.min(grid.rowsPerBlock(), grid.height() - firstRow);
    tags.setSourceRegion(new Rectangle(0, firstRow, grid.width(), rows));
    try {
      Raster pixels = reader.read(0, tags).getRaster();
      requireBand(pixels, band);
      return new Block(firstRow, pixels, band);
    } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable(e);
    }
  }

  private static void requireBand(Raster pixels, int band) {
    if (band >= pixels.getNumBands()) {
      throw new InvalidInputException(
          "band", "The raster has " + pixels.getNumBands() + " bands. Send a smaller number.");
    }
  }

  private InvalidInputException unreadable(Exception cause) {
    return new InvalidInputException(
        input,
        "The raster cannot be read: "
            + cause.getMessage()
            + ". Send a GeoTIFF below 4 GB with strips or tiles, uncompressed or with LZW, Deflate"
            + " or PackBits.",
        cause);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
