package org.drover.wps.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time used so far, in seconds, as Linux counts it.
 *
 * @param server by the server's process
 * @param driver by this process
 * @param all by everything on the machine
 * @param stolen by other machines on the same processor, where this one is virtual
 */
public record Cpu(double server, double driver, double all, double stolen, long at) {

  private static final double TICKS = 100;

  /** As of now. */
  public static Cpu now(long server) throws IOException {
    String[] machine = Files.readString(Path.of("/proc/stat")).split("\n", 2)[0].split(" +", -1);
    return new Cpu(
        process(Path.of("/proc", Long.toString(server), "stat")),
        process(Path.of("/proc/self/stat")),
        seconds(machine[1]) + seconds(machine[2]) + seconds(machine[3]),
        seconds(machine[8]),
        System.nanoTime());
  }

  private static double process(Path stat) throws IOException {
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  private static double seconds(String ticks) {
    return Long.parseLong(ticks) / TICKS;
  }

  /** Used since then. */
  public Cpu since(Cpu then) {
    return new Cpu(
        server - then.server,
        driver - then.driver,
        all - then.all,
        stolen - then.stolen,
        at - then.at);
  }

  /** Share of one core that neither the server nor this process used, over the time between. */
  public double others() {
    return Math.max(0, all - server - driver) / (at / 1e9);
  }

  /** Share of one core that this machine wanted and did not get. */
  public double withheld() {
    return stolen / (at / 1e9);
  }
}
