package org.drover.wps.data.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drover.wps.config.Setting;
import org.drover.wps.data.Content;
import org.drover.wps.data.InputValue;

/**
 * Posts messages to addresses clients have named, under the rules of {@link Fetcher}: the same
 * hosts and addresses, checked anew each time. Redirections are not followed, and of the response
 * only the status is read.
 */
@ApplicationScoped
public class Callbacks {

  /** How long one callback may take in all. */
  static final Setting<Duration> LIMIT = Setting.duration("drover.outbox.limit", "PT10S");

  private final Supplier<FetchPolicy> policy;
  private final Supplier<FetchLimits> limits;
  private final HostResolver resolver;
  private final Deadline deadline = new Deadline();

  /** Obeys the settings, as they are at each callback. */
  public Callbacks() {
    this(
        FetchPolicy::fromSettings,
        () -> FetchLimits.fromSettings().within(LIMIT.get()),
        HostResolver.system());
  }

  Callbacks(Supplier<FetchPolicy> policy, Supplier<FetchLimits> limits, HostResolver resolver) {
    this.policy = policy;
    this.limits = limits;
    this.resolver = resolver;
  }

  @PreDestroy
  void close() {
    deadline.close();
  }

  /**
   * Says why nothing would ever be posted to an address; empty when it may be. Asks nobody.
   *
   * @return completes "because …" for the client
   */
  public Optional<String> findObjection(String address) {
    try {
      policy.get().requireAllowed(Target.parse(address), true);
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Posts JSON.
   *
   * @param id the same for each try of the same message, sent as Idempotency-Key
   * @throws IOException if it does not arrive, or is not answered with success (2xx)
   */
  public void post(String address, String json, String id) throws IOException {
    try {
      Exchange.Question question = question(Target.parse(address), json, id);
      int status =
          new GuardedAsking(
                  new GuardedAsking.Guards(policy.get(), resolver, deadline),
                  limits.get(),
                  () -> {})
              .ask(question.target(), true, exchange -> exchange.askStatus(question));
      if (status < 200 || status >= 300) {
        throw new IOException("the server there answers with HTTP status " + status);
      }
    } catch (RefusedException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Exchange.Question question(Target target, String json, String id) {
    return new Exchange.Question(
        target,
        true,
        Optional.of(new Content.InMemory(json.getBytes(StandardCharsets.UTF_8))),
        List.of(
            new InputValue.Header("Content-Type", "application/json"),
            new InputValue.Header("Idempotency-Key", '"' + id + '"')));
  }
}
