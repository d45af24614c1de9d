package org.drover.wps.bench.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.bench.server.DevEngine;
import org.drover.wps.bench.server.DroverServer;
import org.drover.wps.bench.server.Pause;

/** Jobs of one backend, one by one, many, and across a crash of the server. */
final class OutsideJobs {

  /** As many jobs may be under way at once. */
  static final int SLOTS = 50;

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final Pattern SAID = Pattern.compile(">\\s*(\\d{10})\\s*<");

  private final DroverServer server;
  private final Report report;
  private final Options options;

  OutsideJobs(DroverServer server, Report report, Options options) {
    this.server = server;
    this.report = report;
    this.options = options;
  }

  void measure(String engine, String backend, List<String> bare) throws IOException {
    report.group("Work on " + engine);
    overhead(backend, bare);
    many(backend);
    crash(backend);
  }

  private void overhead(String backend, List<String> bare) throws IOException {
    List<Double> jobs = new ArrayList<>();
    List<Double> commands = new ArrayList<>();
    end(start("no-op", backend));
    for (int i = 0; i < options.scaled(30, 8); i++) {
      long start = System.nanoTime();
      end(start("no-op", backend));
      jobs.add(seconds(start));
      start = System.nanoTime();
      DevEngine.run(bare.toArray(String[]::new));
      commands.add(seconds(start));
    }
    report.figure("no-op job, p50", percentile(jobs, 0.5), "s");
    report.figure("no-op job, p95", percentile(jobs, 0.95), "s");
    report.figure(bare.get(0) + ", p50", percentile(commands, 0.5), "s");
    report.figure(bare.get(0) + ", p95", percentile(commands, 0.95), "s");
  }

  private void many(String backend) throws IOException {
    int count = options.scaled(500, 50);
    long start = System.nanoTime();
    endAll("no-op", backend, count);
    report.figure(count + " no-op jobs", count / seconds(start), "jobs/s");
  }

  private void endAll(String kind, String backend, int count) throws IOException {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(start(kind, backend));
    }
    for (String each : jobs) {
      end(each);
    }
  }

  /** Results that tell of a time before the crash are of tasks that went on, or had ended. */
  private void crash(String backend) throws IOException {
    int count = options.scaled(50, 10);
    List<String> jobs = new ArrayList<>();
    awaitTasks(it -> it == 0);
    for (int i = 0; i < count; i++) {
      jobs.add(start("sleeper", backend));
    }
    awaitTasks(it -> it >= count);
    Pause.milliseconds(5_000); // so that some have begun
    long killed = System.currentTimeMillis() / 1000;
    server.crashAndStart();
    long[] found = tasks();
    int before = 0;
    for (String each : jobs) {
      before += end(each) < killed ? 1 : 0;
    }
    report.figure("killed with jobs under way", count, "jobs");
    report.figure("  of them submitted to the engine", (double) found[0], "tasks");
    report.figure("  most often submitted", (double) found[1], "times");
    report.figure("  begun before the crash, and not again", before, "jobs");
  }

  private void awaitTasks(LongPredicate enough) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!enough.test(tasks()[0])) {
      if (System.nanoTime() > end) {
        throw new IOException(tasks()[0] + " jobs have tasks, which does not change");
      }
      Pause.milliseconds(100);
    }
  }

  /** Tasks that are written down, and how often the one submitted most often was. */
  private long[] tasks() throws IOException {
    String[] answer = server.http().post("/w/rows/tasks").strip().split(" ", -1);
    return new long[] {Long.parseLong(answer[0]), Long.parseLong(answer[1])};
  }

  /** Starts a job, and gives the address of its status. */
  private String start(String kind, String backend) throws IOException {
    byte[] request =
        (Requests.EXECUTE
                + Requests.identifier(kind + "-" + backend)
                + VectorRequest.STORED
                + "</wps:Execute>")
            .getBytes(StandardCharsets.UTF_8);
    return StatusAddress.in(
        new String(
            server.http().post("/wps/1.0.0", out -> out.write(request)), StandardCharsets.UTF_8));
  }

  /** Waits for the end of a job, and gives what it said: when its work began. */
  private long end(String address) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      String status = new String(server.http().get(address), StandardCharsets.UTF_8);
      if (status.contains("ProcessFailed")) {
        throw new IOException("a job failed: " + Details.shortened(status));
      }
      Matcher said = SAID.matcher(status);
      if (status.contains("ProcessSucceeded") && said.find()) {
        return Long.parseLong(said.group(1));
      }
      Pause.milliseconds(10);
    }
    throw new IOException("a job did not end: " + address);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double percentile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }
}
