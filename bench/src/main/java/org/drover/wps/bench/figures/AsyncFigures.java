package org.drover.wps.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.bench.load.Load;
import org.drover.wps.bench.load.Sample;
import org.drover.wps.bench.load.Target;
import org.drover.wps.bench.server.Http;

/** How fast jobs are accepted, against the database's commits, and how fast they are worked off. */
public final class AsyncFigures {

  private static final double TARGET = 0.5;
  private static final int JOBS_PER_SECOND = 100;
  private static final int HELD_SECONDS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bench bench;
  private final Http http;
  private final Target jobs;

  public AsyncFigures(Bench bench) {
    this.bench = bench;
    this.http = bench.server().http();
    this.jobs =
        bench.target(
            "Drover", List.of(Requests.post("/wps/1.0.0", Requests.echo(true))), "statusLocation=");
  }

  public void measure() throws IOException {
    bench.report().group("Asynchronous jobs (commits: one job row inserted, by as many clients)");
    send(jobs, 8, bench.options().scaled(2000, 500));
    JobDrain.await(http);
    for (int clients : List.of(1, 8, 32)) {
      accepted(clients);
    }
    burst();
    longQueue();
  }

  private Sample send(Target target, int connections, int count) throws IOException {
    Sample sample = Load.send(target, connections, count, PATIENCE, answer -> {});
    if (sample.wrong() > 0) {
      bench
          .report()
          .note("WRONG ANSWERS " + sample.wrong() + ": " + Details.shortened(sample.firstWrong()));
    }
    return sample;
  }

  /** Both slots wait meanwhile, so that accepting is measured and not the running of jobs. */
  private void accepted(int clients) throws IOException {
    Target waiting =
        bench.target(
            "wait",
            List.of(Requests.post("/wps/1.0.0", Requests.wait(HELD_SECONDS))),
            "statusLocation=");
    List<Sample> samples = new ArrayList<>();
    List<Double> commits = new ArrayList<>();
    for (int i = 0; i < bench.options().scaled(3, 2); i++) {
      commits.add(commitRate(clients));
      send(waiting, 2, 2);
      samples.add(send(jobs, clients, bench.options().scaled(600, 200)));
      JobDrain.await(http);
    }
    double rate = Median.of(samples.stream().mapToDouble(Sample::perSecond));
    double limit = Median.of(commits.stream().mapToDouble(it -> it));
    bench
        .report()
        .ratio(
            "accepted, " + clients + " connections",
            rate,
            "jobs/s",
            new Report.Reference("commits/s", limit, rate / limit, TARGET));
    bench
        .report()
        .note(
            String.format(
                "  p50 %.2f ms, p99 %.2f ms",
                Median.of(samples.stream().mapToDouble(it -> it.milliseconds(0.5))),
                Median.of(samples.stream().mapToDouble(it -> it.milliseconds(0.99)))));
  }

  private double commitRate(int clients) throws IOException {
    double rate =
        Double.parseDouble(
            http.post(
                "/w/rows/commits?clients="
                    + clients
                    + "&milliseconds="
                    + bench.options().scaled(2000, 1000)));
    http.post("/w/rows/clear");
    return rate;
  }

  private void burst() throws IOException {
    int count = 500;
    long start = System.nanoTime();
    Sample sent = send(jobs, 8, count);
    JobDrain.await(http);
    double seconds = (System.nanoTime() - start) / 1e9;
    bench.report().figure("500 no-ops, accepted while 2 slots work", sent.perSecond(), "jobs/s");
    bench.report().figure("500 no-ops until the last has ended", seconds, "s");
    bench
        .report()
        .limit(
            "500 no-ops, 2 slots",
            count / seconds,
            "jobs/s",
            Report.Limit.atLeast(JOBS_PER_SECOND));
  }

  /** Claims must not get slower with the jobs that wait: compares the last with the first. */
  private void longQueue() throws IOException {
    int waiting = bench.options().scaled(10_000, 2_000);
    int some = waiting / 10;
    long start = System.nanoTime();
    http.post("/w/rows/queue?count=" + waiting);
    JobDrain.await(http, waiting - some);
    long first = System.nanoTime() - start;
    JobDrain.await(http, some);
    start = System.nanoTime();
    JobDrain.await(http);
    long last = System.nanoTime() - start;
    http.post("/w/rows/clear");
    bench.report().figure(waiting + " waiting, the first " + some, some * 1e9 / first, "jobs/s");
    bench.report().figure(waiting + " waiting, the last " + some, some * 1e9 / last, "jobs/s");
  }
}
