package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.drover.wps.data.CanonicalDigest;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.job.IdempotencyStore;
import org.drover.wps.job.IdempotencyStore.Known;
import org.drover.wps.job.JobId;
import org.drover.wps.job.KeyTakenException;
import org.drover.wps.outbox.Subscription;
import org.drover.wps.security.Caller;

/**
 * One key, one job (draft-ietf-httpapi-idempotency-key-header): a request that comes again under
 * its owner's key is answered with the job it made, for as long as that is kept. Of requests that
 * come at the same moment the database lets one through.
 */
@ApplicationScoped
public class Idempotency {

  /** What a fault about a key names. */
  static final String LOCATOR = "Idempotency-Key";

  @Inject private IdempotencyStore keys;
  @Inject private GetStatus status;

  /** What makes two requests the same. */
  record Sameness(ExecuteRequest request, List<Subscription> subscriptions) {}

  /**
   * Answers with the job the key stands for, or makes one.
   *
   * @param make stores the job and claims the key in one transaction
   * @throws WpsException KEY_REUSED if the key came with another request before
   */
  ExecuteAnswer once(
      ExecuteRequest request, Caller caller, Function<ExecuteRequest, ExecuteAnswer> make) {
    if (request.options().key().isEmpty()) {
      return make.apply(request);
    }
    String key = request.options().key().get().text();
    ExecuteRequest known = request.with(request.options().withFingerprint(fingerprint(request)));
    return find(known, key, caller)
        .orElseGet(
            () -> {
              try {
                return make.apply(known);
              } catch (KeyTakenException e) {
                return find(known, key, caller).orElseThrow(() -> e);
              }
            });
  }

  private static String fingerprint(ExecuteRequest request) {
    ExecuteOptions options = request.options();
    return CanonicalDigest.of(
        new Sameness(request.with(ExecuteOptions.NONE), options.subscriptions()));
  }

  private Optional<ExecuteAnswer> find(ExecuteRequest request, String key, Caller caller) {
    return keys.findKey(caller.name(), key).map(it -> answer(it, request));
  }

  private ExecuteAnswer answer(Known known, ExecuteRequest request) {
    String fingerprint =
        request.options().key().map(ExecuteOptions.ClientKey::fingerprint).orElseThrow();
    if (!known.fingerprint().equals(fingerprint)) {
      throw new WpsException(
          Fault.KEY_REUSED,
          LOCATOR,
          "This Idempotency-Key came with another request before. Use a new key for a new request.");
    }
    JobId job = known.job();
    JobView view = status.view(job);
    return new ExecuteAnswer.Accepted(view.process(), view);
  }
}
