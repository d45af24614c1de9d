package org.drover.wps.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.bench.load.Load;
import org.drover.wps.bench.load.Target;
import org.drover.wps.bench.server.Http;

/** Polls of finished jobs' status, with few and with many jobs stored. */
public final class StatusFigures {

  private static final double TARGET = 0.3;
  private static final double NOT_SLOWER = 0.9;
  private static final int POLLED = 64;

  private final Bench bench;
  private final Http http;

  public StatusFigures(Bench bench) {
    this.bench = bench;
    this.http = bench.server().http();
  }

  public void measure() throws IOException {
    bench.report().group("Status polls, 8 connections (against W's Execute)");
    Target polls = bench.target("poll", finishedJobs(), "ProcessSucceeded");
    Target ceiling =
        bench.target(
            "W", List.of(Requests.post("/w/wps", Requests.echo(false))), "ProcessSucceeded");
    bench.warmUp(List.of(polls, ceiling));
    double few = tell("few jobs stored", polls, ceiling);
    int stored = bench.options().scaled(100_000, 20_000);
    http.post("/w/rows/fill?count=" + stored);
    double many = tell(stored + " jobs stored", polls, ceiling);
    bench
        .report()
        .limit("ratio of the two ratios", many / few, "", Report.Limit.atLeast(NOT_SLOWER));
    http.post("/w/rows/clear");
  }

  private List<byte[]> finishedJobs() throws IOException {
    List<byte[]> polls = new ArrayList<>();
    Target jobs =
        bench.target(
            "jobs", List.of(Requests.post("/wps/1.0.0", Requests.echo(true))), "statusLocation=");
    Load.send(
        jobs,
        4,
        POLLED,
        Duration.ofSeconds(30),
        answer -> polls.add(Requests.get(StatusAddress.in(answer.body()))));
    JobDrain.await(http);
    return polls;
  }

  private double tell(String name, Target polls, Target ceiling) throws IOException {
    Comparison rounds = bench.compare(List.of(polls, ceiling), 8);
    double ratio = rounds.ratio(polls, ceiling);
    bench
        .report()
        .ratio(
            "polls, " + name,
            rounds.perSecond(polls),
            "req/s",
            new Report.Reference("W", rounds.perSecond(ceiling), ratio, TARGET));
    bench.report().note(Details.of(rounds, polls));
    bench.report().note(Details.machine(rounds));
    return ratio;
  }
}
