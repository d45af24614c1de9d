package org.drover.wps.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.drover.wps.chaos.process.BriefLetters;
import org.drover.wps.chaos.process.Halt;
import org.drover.wps.chaos.process.Letters;
import org.drover.wps.chaos.process.LoggedItems;
import org.drover.wps.chaos.process.LongGate;
import org.drover.wps.chaos.process.ShortGate;
import org.drover.wps.chaos.process.Traces;
import org.drover.wps.it.ProcessJar;
import org.drover.wps.it.server.DroverServer;
import org.drover.wps.it.server.Postgres;

/** Two nodes that share a PostgreSQL and an output store, each a server process of its own. */
public final class Cluster implements AutoCloseable {

  /** The one nodes have by default. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** Jobs of the short queue that run at once on a node. */
  public static final int SHORT_SLOTS = 4;

  /** Jobs of the long queue that run at once on a node. */
  public static final int LONG_SLOTS = 2;

  /** Synchronous runs at once on a node; further ones are refused. */
  public static final int SYNC_SLOTS = 4;

  private final Postgres postgres;
  private final Store store;
  private final Path traces;
  private final Audit audit;
  private final List<DroverServer> nodes;

  private Cluster(Path folder) {
    this.traces = newFolder(folder.resolve("traces"));
    DroverServer first = DroverServer.create(folder.resolve("one"), settings(), "512m");
    this.nodes = List.of(first, first.beside(folder.resolve("two")));
    this.store = Store.at(first.data());
    this.postgres = Postgres.shared();
    this.audit = new Audit(first.databaseUrl().orElseThrow());
  }

  /** Starts one. */
  public static Cluster start(Path folder) {
    Cluster cluster = new Cluster(folder);
    cluster.nodes.forEach(
        node ->
            ProcessJar.write(
                node.deployments().resolve("chaos-processes.jar"),
                LoggedItems.class,
                ShortGate.class,
                LongGate.class,
                Letters.class,
                BriefLetters.class,
                Halt.class,
                Traces.class));
    cluster.awaitAll();
    cluster.audit.install();
    return cluster;
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("drover.chaos.folder", traces.toString()),
        Map.entry("drover.lease", LEASE.toString()),
        Map.entry("drover.sweep", "PT1S"),
        Map.entry("drover.batch.keep", "PT20S"),
        Map.entry("drover.short.slots", Integer.toString(SHORT_SLOTS)),
        Map.entry("drover.long.slots", Integer.toString(LONG_SLOTS)),
        Map.entry("drover.sync.slots", Integer.toString(SYNC_SLOTS)),
        Map.entry("drover.sync.waiting", "0"),
        Map.entry("drover.batch.threads", "24"),
        Map.entry("drover.deploy.programs", "echo"));
  }

  private static Path newFolder(Path folder) {
    try {
      if (Files.exists(folder)) {
        Files.deleteIfExists(folder.resolve("work.log"));
      }
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the nodes that are down, and waits until all answer. */
  public void awaitAll() {
    nodes.stream().filter(it -> !it.isRunning()).forEach(DroverServer::launch);
    nodes.forEach(DroverServer::awaitReady);
  }

  /** Starts a node that was killed, and tells in how many seconds it answers. */
  public CompletableFuture<Double> restart(int node) {
    long start = System.nanoTime();
    nodes.get(node).launch();
    return CompletableFuture.supplyAsync(
        () -> {
          nodes.get(node).awaitReady();
          return (System.nanoTime() - start) / 1e9;
        });
  }

  public DroverServer node(int no) {
    return nodes.get(no);
  }

  public List<DroverServer> nodes() {
    return nodes;
  }

  public Postgres postgres() {
    return postgres;
  }

  public Store store() {
    return store;
  }

  /** The folder in which the processes leave their traces. */
  public Path traces() {
    return traces;
  }

  public Audit audit() {
    return audit;
  }

  public Duration lease() {
    return LEASE;
  }

  /** Lets the jobs at a gate pass. */
  public void open(String gate) {
    try {
      Files.createFile(traces.resolve(gate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    nodes.forEach(DroverServer::close);
    store.close();
  }
}
