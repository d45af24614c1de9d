package org.drover.wps.bench.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.drover.wps.bench.load.Load;
import org.drover.wps.bench.load.Sample;
import org.drover.wps.bench.load.Target;

/** Buffering polygons of 16 points: 1 000 while the client waits, very many as a job in parts. */
public final class BufferFigures {

  private static final int MILLISECONDS = 120;
  private static final int CHECKPOINTS_PERCENT = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bench bench;

  public BufferFigures(Bench bench) {
    this.bench = bench;
  }

  public void measure() throws IOException {
    bench.report().group("Buffer of polygons of 16 points, 100 m, GeoJSON in and out");
    synchronous();
    int polygons = bench.options().scaled(1_000_000, 20_000);
    double one = job(polygons, 1);
    double two = job(polygons, 2);
    bench.report().figure("1 part / 2 parts", one / two, "times as fast");
    checkpointing(polygons, one);
  }

  /** The same run with a checkpoint each half minute at most, which is the engine's own limit. */
  private void checkpointing(int polygons, double withCheckpoints) throws IOException {
    setting(Integer.toString(Integer.MAX_VALUE));
    double without = job(polygons, 1);
    setting("0");
    double again = job(polygons, 1);
    bench
        .report()
        .limit(
            "checkpoints at the default interval",
            100 * (Math.min(withCheckpoints, again) / without - 1),
            "% longer",
            Report.Limit.atMost(CHECKPOINTS_PERCENT));
  }

  private void setting(String items) throws IOException {
    bench.server().http().post("/w/setting?name=drover.checkpoint.items&value=" + items);
  }

  private void synchronous() throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    new VectorRequest("buffer", 1_000, distance(), VectorRequest.RAW).writeTo(request);
    Target buffer =
        bench.target(
            "buffer",
            List.of(Requests.post("/wps/1.0.0", request.toString(StandardCharsets.UTF_8))),
            "FeatureCollection");
    Load.send(buffer, 1, bench.options().scaled(60, 30), PATIENCE, answer -> {});
    Sample sample = Load.send(buffer, 1, 20, PATIENCE, answer -> {});
    if (sample.wrong() > 0) {
      throw new IOException("buffer failed: " + Details.shortened(sample.firstWrong()));
    }
    bench
        .report()
        .limit(
            "1 000 polygons, synchronous, p50",
            sample.milliseconds(0.5),
            "ms",
            Report.Limit.atMost(MILLISECONDS));
    bench.report().figure("1 000 polygons, synchronous, p99", sample.milliseconds(0.99), "ms");
  }

  private double job(int polygons, int parts) throws IOException {
    String inputs =
        distance() + Requests.literal("featuresPerPart", Integer.toString(polygons / parts));
    JobRun run =
        JobRun.of(
            bench.server().http(),
            new VectorRequest("buffer", polygons, inputs, VectorRequest.stored("result")));
    String name = polygons + " polygons, parts: " + parts + ", ";
    bench.report().figure(name + "uploaded", run.uploaded(), "s");
    double seconds = run.ended() - run.uploaded();
    bench.report().figure(name + "then ended", seconds, "s");
    bench.report().figure(name + "rate", polygons / seconds, "polygons/s");
    return seconds;
  }

  private static String distance() {
    return Requests.literal("distance", "100");
  }
}
