package org.drover.wps.chaos.law;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.WpsClient;

/**
 * Sends Executes and keeps a ledger of the jobs the servers have acknowledged. Each answer is
 * validated against its schema as it comes in.
 */
public final class Client {

  private static final Pattern ID = Pattern.compile("[?&]id=([0-9a-f-]{36})");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Cluster cluster;
  private final List<WpsClient> nodes;
  private final Queue<Accepted> ledger = new ConcurrentLinkedQueue<>();

  public Client(Cluster cluster) {
    this.cluster = cluster;
    this.nodes =
        cluster.nodes().stream().map(it -> new WpsClient(it.base(), "/wps/1.0.0")).toList();
  }

  /** A job the servers have acknowledged. */
  public record Accepted(String id, Request request) {
    @Override
    public String toString() {
      return "job " + id + " (" + request.tag() + ")";
    }
  }

  /** What became of an offer: an answer, or none because the server went away. */
  public record Offer(Optional<Answer> answer, Optional<Accepted> accepted) {
    /** Whether the server said that it cannot take the job now, and when to come again. */
    public boolean isBusy() {
      return answer
          .filter(it -> it.status() == 503 && it.header("Retry-After").isPresent())
          .isPresent();
    }

    /** Whether the client was told nothing. */
    public boolean isUnanswered() {
      return answer.isEmpty();
    }
  }

  /** Sends a request to a node once. */
  public Offer offer(int node, Request request) {
    return offer(request, () -> nodes.get(node).execute(request.xml()));
  }

  /** Sends a request to a node once, under a key that makes it safe to send it again. */
  public Offer offer(int node, Request request, String key) {
    return offer(
        request,
        () ->
            nodes
                .get(node)
                .send(
                    HttpRequest.newBuilder(nodes.get(node).address())
                        .header("Content-Type", "text/xml; charset=UTF-8")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(request.xml().toString()))));
  }

  private Offer offer(Request request, Supplier<Answer> send) {
    Answer answer;
    try {
      answer = send.get();
    } catch (UncheckedIOException e) {
      return new Offer(Optional.empty(), Optional.empty());
    }
    Optional<Accepted> accepted =
        answer.status() == 200
            ? Optional.of(new Accepted(idOf(answer), request))
            : Optional.empty();
    accepted.ifPresent(ledger::add);
    return new Offer(Optional.of(answer), accepted);
  }

  private static String idOf(Answer answer) {
    Matcher id = ID.matcher(answer.ok().value("/wps:ExecuteResponse/@statusLocation"));
    if (!id.find()) {
      throw new AssertionError("no job in " + answer.text());
    }
    return id.group(1);
  }

  /**
   * Sends a request until some node acknowledges it, as a patient client does: under one key, so
   * that a job whose answer was cut off is not made again.
   */
  public Accepted submit(Request request) {
    AtomicReference<Accepted> accepted = new AtomicReference<>();
    int first = request.tag().hashCode() & 1;
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              for (int i = 0; i < nodes.size() && accepted.get() == null; i++) {
                offer((first + i) % nodes.size(), request, request.tag())
                    .accepted()
                    .ifPresent(accepted::set);
              }
              return accepted.get() != null;
            });
    return accepted.get();
  }

  /** Asks a node to dismiss a job, and tells the HTTP status of the answer. */
  public int dismiss(int node, String id) {
    return nodes
        .get(node)
        .send(
            HttpRequest.newBuilder(nodes.get(node).base().resolve("/admin/jobs/" + id + "/dismiss"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()))
        .status();
  }

  /** What a node says of a job now. */
  public Answer status(int node, String id) {
    return nodes.get(node).get(nodes.get(node).address() + "/status?id=" + id);
  }

  /** What the nodes say of a job, asked until one can tell. */
  public Answer status(String id) {
    return patiently(node -> status(node, id));
  }

  /** Gets an output from its address, at whichever node is there. */
  public Answer fetch(String address) {
    String path = URI.create(address).getRawPath();
    return patiently(node -> nodes.get(node).get(nodes.get(node).base().resolve(path)));
  }

  private Answer patiently(IntFunction<Answer> ask) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              for (int i = 0; i < nodes.size() && answer.get() == null; i++) {
                answer.set(askOnce(ask, i));
              }
              return answer.get() != null;
            });
    return answer.get();
  }

  /** The answer of a node, or null if it is down or cannot tell now. */
  private static Answer askOnce(IntFunction<Answer> ask, int node) {
    try {
      Answer answer = ask.apply(node);
      return answer.status() == 503 ? null : answer;
    } catch (UncheckedIOException e) {
      return null; // the next may know
    }
  }

  public WpsClient node(int no) {
    return nodes.get(no);
  }

  public Cluster cluster() {
    return cluster;
  }

  /** The jobs acknowledged so far. */
  public List<Accepted> ledger() {
    return List.copyOf(ledger);
  }

  /** Their identifiers. */
  public List<String> ids() {
    return ledger.stream().map(Accepted::id).toList();
  }
}
