package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.drover.wps.it.Holds;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Inputs larger than the heap: 300 MB for 256 MB; -Ddrover.large.megabytes=1000 for 512 MB. */
@Tag("any-database")
class LargeInputIT {

  private static final int MEGABYTES = Integer.getInteger("drover.large.megabytes", 300);
  private static final int HEAP = Math.min(512, Math.max(256, MEGABYTES * 512 / 1000));
  private static final String GEOJSON = "mimeType=\"application/geo+json\"";
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static DroverServer server;
  private static WpsClient wps;
  private static DataServer data;

  @BeforeAll
  static void startServer() {
    server =
        DroverServer.create(
                Work.folder("large"),
                Map.of("drover.fetch.allow-private", "127.0.0.1:*"),
                HEAP + "m")
            .start();
    wps = new WpsClient(server.base(), "/wps");
    data = new DataServer();
  }

  @AfterAll
  static void stopServer() {
    data.close();
    server.close();
  }

  private static ExecuteXml count() {
    return ExecuteXml.of("count-features").literal("featuresPerPart", 1_000_000).async();
  }

  @Test
  @Holds({"X4", "B5.5"})
  void aLargeInputInsideOfTheRequestIsCounted() {
    String marker = "@@@";
    String[] around =
        count()
            .complex("features", GEOJSON, "<![CDATA[" + marker + "]]>")
            .toString()
            .split(marker, 2);
    Answer accepted =
        wps.send(
            HttpRequest.newBuilder(wps.address())
                .header("Content-Type", "text/xml")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new SequenceInputStream(
                                text(around[0]),
                                new SequenceInputStream(
                                    new Squares(MEGABYTES), text(around[1]))))));

    assertCounted(JobClient.of(wps, accepted).awaitEnd(PATIENCE));
  }

  private static InputStream text(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Holds({"X4", "B5.7"})
  void aLargeInputByReferenceIsCounted() {
    Object href =
        data.serve(
            "/large.geojson",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "application/geo+json");
              exchange.sendResponseHeaders(200, 0);
              new BufferedInputStream(new Squares(MEGABYTES), 1 << 16)
                  .transferTo(exchange.getResponseBody());
            });

    assertCounted(
        JobClient.start(wps, count().reference("features", href, GEOJSON)).awaitEnd(PATIENCE));
  }

  @Test
  @Holds("B7.NotEnoughStorage")
  void whatDoesNotFitOnTheDiskIsRefusedAndHarmsNobody() throws Exception {
    String tooMuch = "<![CDATA[" + "x".repeat(30_000_000) + "]]>";
    ExecuteXml large = ExecuteXml.of("echo").complex("data", "mimeType=\"text/plain\"", tooMuch);
    server.limitFileSize("20000000");
    try {
      wps.execute(large).refused("NotEnoughStorage", null, 507);
      wps.execute(ExecuteXml.of("echo").literal("text", "small")).succeeded();
    } finally {
      server.limitFileSize("unlimited");
    }

    wps.execute(large.document("", "data mimeType=\"text/plain\" asReference=\"true\""))
        .succeeded();
  }

  private static void assertCounted(Answer end) {
    long features = Squares.features(MEGABYTES);
    assertThat(end.succeeded().literal("count")).isEqualTo(Long.toString(features));
    assertThat(end.literal("withGeometry")).isEqualTo(Long.toString(features));
    assertThat(server.errors()).noneMatch(it -> it.contains("OutOfMemory"));
  }

  /** A GeoJSON feature collection of squares, made while it is read. */
  private static final class Squares extends InputStream {
    private static final String HEAD = "{\"type\":\"FeatureCollection\",\"features\":[";
    private static final String TAIL = "]}";
    private static final byte[] SQUARE = square();

    private final long features;
    private long done = -1;
    private byte[] piece = HEAD.getBytes(StandardCharsets.UTF_8);
    private int position;

    private Squares(int megabytes) {
      features = features(megabytes);
    }

    static long features(int megabytes) {
      return megabytes * 1_000_000L / SQUARE.length;
    }

    private static byte[] square() {
      StringBuilder ring = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        ring.append("[%.6f,%.6f],".formatted(7 + i / 100.0, 50 + (i % 2) / 10.0));
      }
      return ("{\"type\":\"Feature\",\"properties\":{\"name\":\"square\"},\"geometry\":{\"type\":"
              + "\"Polygon\",\"coordinates\":[["
              + ring
              + "[7.3,51],[7,51],[7.000000,50.000000]]]}},")
          .getBytes(StandardCharsets.UTF_8);
    }

    private boolean next() {
      if (piece == null || position < piece.length) {
        return piece != null;
      }
      position = 0;
      done++;
      if (done < features - 1) {
        piece = SQUARE;
      } else if (done == features - 1) {
        piece = java.util.Arrays.copyOf(SQUARE, SQUARE.length - 1);
      } else {
        piece = done == features ? TAIL.getBytes(StandardCharsets.UTF_8) : null;
      }
      return piece != null;
    }

    @Override
    public int read() throws IOException {
      return next() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (!next()) {
        return -1;
      }
      int count = Math.min(length, piece.length - position);
      System.arraycopy(piece, position, bytes, offset, count);
      position += count;
      return count;
    }
  }
}
