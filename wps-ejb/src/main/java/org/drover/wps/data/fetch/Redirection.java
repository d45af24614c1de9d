package org.drover.wps.data.fetch;

import java.util.List;
import java.util.Optional;

/** What is asked next when a server redirects (RFC 9110 §15.4). */
final class Redirection {

  private static final int TEMPORARY = 307;
  private static final int PERMANENT = 308;

  private Redirection() {}

  static Exchange.Question follow(Exchange.Question before, Exchange.Answer answer)
      throws RefusedException {
    Target next = before.target().resolve(answer.location().orElseThrow());
    if (before.target().isSecure() && !next.isSecure()) {
      throw new RefusedException("it is redirected from https to http");
    }
    boolean samePost =
        before.post() && (answer.status() == TEMPORARY || answer.status() == PERMANENT);
    // Headers may hold credentials, which are meant for the first server alone.
    boolean home = next.sameOrigin(before.target());
    return new Exchange.Question(
        next,
        samePost,
        samePost ? before.body() : Optional.empty(),
        home ? before.headers() : List.of());
  }
}
