package org.drover.wps.it.jobs;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.Database;
import org.drover.wps.it.server.DroverServer;

/** Servers on one database and one folder. */
final class Nodes implements AutoCloseable {

  private static final String HEAP = "384m";

  private final List<DroverServer> nodes;

  private Nodes(List<DroverServer> nodes) {
    this.nodes = nodes;
    String addresses = nodes.stream().map(Nodes::localhost).collect(Collectors.joining(","));
    nodes.forEach(it -> it.set("drover.fetch.own-addresses", addresses));
  }

  /** Two nodes, not yet started. */
  private static Nodes two(Path folder, Map<String, String> settings) {
    DroverServer first = DroverServer.create(folder.resolve("one"), settings, HEAP);
    return new Nodes(List.of(first, first.beside(folder.resolve("two"))));
  }

  /** As many as the database of this run serves: one with H2, two with PostgreSQL. */
  static Nodes asManyAsServed(Path folder, Map<String, String> settings) {
    return Database.ofThisRun() == Database.H2
        ? new Nodes(List.of(DroverServer.create(folder.resolve("one"), settings, HEAP)))
        : two(folder, settings);
  }

  /** The address of a node as clients of this machine write it in references. */
  private static String localhost(DroverServer node) {
    return node.base().toString().replace("127.0.0.1", "localhost");
  }

  void start() {
    nodes.forEach(DroverServer::launch);
    nodes.forEach(DroverServer::awaitReady);
  }

  List<DroverServer> all() {
    return nodes;
  }

  DroverServer first() {
    return nodes.get(0);
  }

  /** The next one; the same if there is only one. */
  DroverServer other(DroverServer node) {
    return nodes.get((nodes.indexOf(node) + 1) % nodes.size());
  }

  static WpsClient client(DroverServer node) {
    return new WpsClient(node.base(), "/wps");
  }

  /** Waits until every slot is free. A slot that looks for a job counts as taken, for a moment. */
  void awaitIdle() {
    await().atMost(Duration.ofMinutes(2)).until(() -> nodes.stream().allMatch(Nodes::isIdle));
  }

  private static boolean isIdle(DroverServer node) {
    return node.admin().activeThreads("wps-short") == 0;
  }

  @Override
  public void close() {
    nodes.forEach(DroverServer::close);
  }
}
