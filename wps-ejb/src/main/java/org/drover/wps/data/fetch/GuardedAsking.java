package org.drover.wps.data.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Future;

/**
 * Asks targets under the rules: host and addresses are checked before each, the checked addresses
 * are the ones connected to, and all of it together ends in time.
 */
final class GuardedAsking {

  private final FetchPolicy rules;
  private final FetchLimits bounds;
  private final HostResolver resolver;
  private final Deadline deadline;
  private final Watch watch;

  /** Time runs from now. */
  GuardedAsking(Guards guards, FetchLimits bounds, StopSignal stop) {
    this.rules = guards.policy();
    this.bounds = bounds;
    this.resolver = guards.resolver();
    this.deadline = guards.deadline();
    this.watch = new Watch(System.nanoTime() + bounds.total().toNanos(), stop);
  }

  /** What holds for every target. */
  record Guards(FetchPolicy policy, HostResolver resolver, Deadline deadline) {}

  /** What is asked of a target that may be asked. */
  @FunctionalInterface
  interface Asking<T> {
    T ask(Exchange exchange) throws IOException;
  }

  <T> T ask(Target target, boolean post, Asking<T> asking) throws RefusedException, IOException {
    rules.requireAllowed(target, post);
    InetAddress[] addresses = addresses(target);
    rules.requireAllowed(target, post, addresses);
    watch.requireWanted();
    try (Exchange exchange = new Exchange(bounds, addresses)) {
      Future<?> watching = deadline.whenOver(watch, exchange::abort);
      try {
        return asking.ask(exchange);
      } finally {
        watching.cancel(false);
      }
    } catch (IOException | IllegalStateException e) {
      watch.requireWanted();
      if (watch.isLate()) {
        throw new RefusedException(
            "it takes longer than the " + bounds.total().toSeconds() + " s a fetch may last", e);
      }
      throw e;
    }
  }

  private InetAddress[] addresses(Target target) throws RefusedException {
    try {
      return resolver.resolve(target.host());
    } catch (UnknownHostException e) {
      throw new RefusedException("the host " + target.host() + " is not known", e);
    }
  }
}
