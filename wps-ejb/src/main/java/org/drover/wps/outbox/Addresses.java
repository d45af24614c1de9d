package org.drover.wps.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.data.fetch.Callbacks;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Where messages may go: to addresses on the web by the rules of fetching, and to mailboxes. */
@ApplicationScoped
public class Addresses {

  /** What a fault about an address names. */
  public static final String LOCATOR = "notify";

  private static final String MAIL = "mailto:";
  private static final int MOST = 10;
  private static final int LONGEST = 2000;

  @Inject private Callbacks callbacks;
  @Inject private Mailer mailer;

  /**
   * Refuses addresses no message would ever be sent to.
   *
   * @throws WpsException INVALID_INPUT, locator {@value #LOCATOR}
   */
  public void check(Collection<Subscription> subscriptions) {
    if (subscriptions.stream().map(Subscription::address).distinct().count() > MOST) {
      throw refusal("At most " + MOST + " addresses hear of a job. Name fewer.");
    }
    for (Subscription each : subscriptions) {
      findObjection(each.address())
          .ifPresent(
              why -> {
                throw refusal("Nobody can be told of the job there, because " + why + ".");
              });
    }
  }

  private Optional<String> findObjection(String address) {
    if (address.length() > LONGEST) {
      return Optional.of("the address is longer than " + LONGEST + " characters");
    }
    return mailbox(address).map(mailer::findObjection).orElse(callbacks.findObjection(address));
  }

  private static Optional<String> mailbox(String address) {
    return address.toLowerCase(Locale.ROOT).startsWith(MAIL)
        ? Optional.of(address.substring(MAIL.length()))
        : Optional.empty();
  }

  private static WpsException refusal(String text) {
    return new WpsException(Fault.INVALID_INPUT, LOCATOR, text);
  }

  /**
   * Sends a message.
   *
   * @throws IOException if it does not arrive
   */
  void send(Message message, JobNews news) throws IOException {
    String address = message.subscription().address();
    Optional<String> mailbox = mailbox(address);
    if (mailbox.isPresent()) {
      mailer.send(mailbox.get(), news);
    } else {
      callbacks.post(address, news.json(), message.id().toString());
    }
  }
}
