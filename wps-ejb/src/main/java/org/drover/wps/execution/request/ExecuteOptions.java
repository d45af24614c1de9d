package org.drover.wps.execution.request;

import java.util.List;
import java.util.Optional;
import org.drover.wps.outbox.Subscription;

/**
 * What a client wants of an execution beside its result. Not part of the request as it is stored.
 *
 * @param key the client's own name for its request: the same key is the same job
 * @param reuse whether a result made before may be given
 * @param subscriptions who is to hear of the job
 */
public record ExecuteOptions(
    Optional<ClientKey> key, boolean reuse, List<Subscription> subscriptions) {

  /** A result made before will do, and nobody is told. */
  public static final ExecuteOptions NONE = new ExecuteOptions(Optional.empty(), true, List.of());

  public ExecuteOptions {
    subscriptions = List.copyOf(subscriptions);
  }

  /**
   * An idempotency key.
   *
   * @param fingerprint of the request it comes with; empty until it is checked
   */
  public record ClientKey(String text, String fingerprint) {

    /** A key as received. */
    public static ClientKey of(String text) {
      return new ClientKey(text, "");
    }
  }

  /**
   * The same options, their key with what its request is known by.
   *
   * @param fingerprint a digest of the request
   */
  public ExecuteOptions withFingerprint(String fingerprint) {
    return new ExecuteOptions(
        key.map(it -> new ClientKey(it.text(), fingerprint)), reuse, subscriptions);
  }
}
