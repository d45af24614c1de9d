package org.drover.wps.data.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Spool;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/**
 * Fetches inputs given by reference. The only outgoing HTTP: hosts and addresses are checked for
 * each hop, the checked address is the one connected to, and time, size and redirections are
 * limited. Proxies of the environment are not used.
 */
@ApplicationScoped
public class Fetcher {

  private static final Logger LOG = System.getLogger(Fetcher.class.getName());

  /** How long a client waits at most for its references to tell their versions, each. */
  private static final Duration TAG_PATIENCE = Duration.ofSeconds(3);

  private final Supplier<FetchPolicy> policy;
  private final Supplier<FetchLimits> limits;
  private final HostResolver resolver;
  private final Deadline deadline = new Deadline();

  /** Obeys the settings, as they are at each fetch. */
  public Fetcher() {
    this(FetchPolicy::fromSettings, FetchLimits::fromSettings, HostResolver.system());
  }

  Fetcher(Supplier<FetchPolicy> policy, Supplier<FetchLimits> limits, HostResolver resolver) {
    this.policy = policy;
    this.limits = limits;
    this.resolver = resolver;
  }

  @PreDestroy
  void close() {
    deadline.close();
  }

  /**
   * Refuses a reference that could never be fetched, without fetching it or asking for its address.
   *
   * @throws WpsException DATA_NOT_ACCESSIBLE; locator: the input
   */
  public void check(String input, InputValue.Reference reference) {
    try {
      FetchPolicy rules = policy.get();
      ReferenceHeaders.check(reference.headers());
      rules.requireAllowed(Target.parse(reference.href()), reference.post());
      if (reference.bodyHref().isPresent()) {
        rules.requireAllowed(Target.parse(reference.bodyHref().get()), false);
      }
    } catch (RefusedException e) {
      throw notAccessible(input, e);
    }
  }

  /**
   * Fetches a reference.
   *
   * @param file where the bytes go when they are many; its folder exists or can be made
   * @param stop ends the fetch
   * @return the literal, box or complex value the response is, its format resolved, not yet checked
   *     further; a box may come as a literal, which {@code InputCheck.checkFetched} understands
   * @throws WpsException DATA_NOT_ACCESSIBLE, SIZE_EXCEEDED, UNSUPPORTED_FORMAT, or INVALID_INPUT
   *     for a box that is none; locator: the input. NOT_ENOUGH_STORAGE when the disk is full
   */
  public InputValue fetch(
      InputDescription input, InputValue.Reference reference, Path file, StopSignal stop) {
    return fetchTagged(input, reference, file, stop).value();
  }

  /**
   * What a reference led to.
   *
   * @param entityTag strong entity tag of the response (RFC 9110 §8.8.3), in quotes, when it had
   *     one
   */
  public record Tagged(InputValue value, Optional<String> entityTag) {}

  /** Fetches a reference as {@link #fetch} does, and tells which version of it came. */
  public Tagged fetchTagged(
      InputDescription input, InputValue.Reference reference, Path file, StopSignal stop) {
    check(input.id(), reference);
    try {
      Optional<Content> body = reference.body();
      if (reference.bodyHref().isPresent()) {
        InputValue.Reference plain =
            new InputValue.Reference(
                reference.bodyHref().get(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                DeclaredFormat.NONE);
        Path bodyFile = file.resolveSibling(file.getFileName() + ".body");
        body = Optional.of(new Fetch(input, bodyFile, stop).run(plain, Optional.empty()).content());
      }
      Fetched fetched = new Fetch(input, file, stop).run(reference, body);
      return new Tagged(
          new FetchedValue(input, fetched.mediaType()).of(reference.format(), fetched.content()),
          fetched.entityTag());
    } catch (RefusedException e) {
      throw notAccessible(input.id(), e);
    } catch (IOException e) {
      throw new WpsException(
          Fault.DATA_NOT_ACCESSIBLE,
          input.id(),
          "Input '"
              + input.id()
              + "' cannot be fetched: the connection failed. Check the address and try again.",
          e);
    }
  }

  /**
   * Asks for the strong entity tag a reference has now, without fetching it. Only what is read by a
   * plain GET has one; empty also when the server there does not tell.
   */
  public Optional<String> findEntityTag(InputValue.Reference reference) {
    if (reference.post() || reference.bodyHref().isPresent()) {
      return Optional.empty();
    }
    try {
      ReferenceHeaders.check(reference.headers());
      return askTag(
          new Exchange.Question(
              Target.parse(reference.href()), false, Optional.empty(), reference.headers()));
    } catch (RefusedException | IOException e) {
      LOG.log(Level.DEBUG, "A reference does not tell its version: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> askTag(Exchange.Question first) throws RefusedException, IOException {
    FetchLimits bounds = limits.get().within(TAG_PATIENCE);
    GuardedAsking asking = new GuardedAsking(guards(), bounds, () -> {});
    Exchange.Question question = first;
    for (int hop = 0; hop <= bounds.redirects(); hop++) {
      Exchange.Question asked = question;
      Exchange.Answer answer =
          asking.ask(asked.target(), false, exchange -> exchange.askHead(asked));
      if (answer.location().isEmpty()) {
        return answer.status() == 200 ? answer.entityTag() : Optional.empty();
      }
      question = Redirection.follow(question, answer);
    }
    return Optional.empty();
  }

  private static WpsException notAccessible(String input, RefusedException e) {
    return new WpsException(
        Fault.DATA_NOT_ACCESSIBLE,
        input,
        "Input '" + input + "' cannot be fetched, because " + e.getMessage() + ".",
        e);
  }

  private record Fetched(Content content, Optional<String> mediaType, Optional<String> entityTag) {}

  private GuardedAsking.Guards guards() {
    return new GuardedAsking.Guards(policy.get(), resolver, deadline);
  }

  /** One fetch with its redirections. */
  private final class Fetch {
    private final InputDescription input;
    private final Path file;
    private final FetchLimits bounds;
    private final GuardedAsking asking;

    private Fetch(InputDescription input, Path file, StopSignal stop) {
      this.input = input;
      this.file = file;
      FetchLimits general = limits.get();
      this.bounds =
          new FetchLimits(
              general.connect(),
              general.idle(),
              general.total(),
              maximum(input, general),
              general.redirects());
      this.asking = new GuardedAsking(guards(), bounds, stop);
    }

    private static long maximum(InputDescription input, FetchLimits general) {
      return input.data() instanceof DataDescription.Complex complex
          ? complex.maximumBytes().orElse(general.maximumBytes())
          : FetchedValue.LONGEST_TEXT;
    }

    private Fetched run(InputValue.Reference reference, Optional<Content> body)
        throws RefusedException, IOException {
      Exchange.Question question =
          new Exchange.Question(
              Target.parse(reference.href()), reference.post(), body, reference.headers());
      for (int hop = 0; hop <= bounds.redirects(); hop++) {
        Spool spool = new Spool(file, bounds.maximumBytes(), input.id());
        Exchange.Answer answer;
        try (spool) {
          Exchange.Question asked = question;
          answer = asking.ask(asked.target(), asked.post(), exchange -> exchange.ask(asked, spool));
        }
        if (answer.location().isEmpty()) {
          requireSuccess(answer.status());
          return new Fetched(spool.content(), answer.mediaType(), answer.entityTag());
        }
        question = Redirection.follow(question, answer);
      }
      throw new RefusedException("it is redirected more than " + bounds.redirects() + " times");
    }

    private void requireSuccess(int status) throws RefusedException {
      if (status >= 300) {
        throw new RefusedException("the server there answers with HTTP status " + status);
      }
    }
  }
}
