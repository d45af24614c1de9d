package org.drover.wps.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.drover.wps.config.Setting;
import org.drover.wps.data.StoredJson;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobStore;
import org.drover.wps.output.OutputStore;

/**
 * Sends what is due, at least once each. A message that does not arrive is tried again with growing
 * pauses and given up at last; the job is none of its business.
 */
@ApplicationScoped
public class Sender {

  /** How often a message is tried. */
  public static final Setting<Long> TRIES = Setting.number("drover.outbox.tries", 12);

  private static final Logger LOG = System.getLogger(Sender.class.getName());

  /** Longer than any try may take: callbacks and mail servers are waited for less. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final long LONGEST_PAUSE = Duration.ofMinutes(10).toSeconds();

  @Inject private OutboxStore outbox;
  @Inject private JobStore jobs;
  @Inject private Addresses addresses;
  @Inject private StoredJson json;
  @Inject private OutputStore outputs;

  /**
   * Sends all that is due now.
   *
   * @return how many were tried
   */
  public int sendDue() {
    outbox.forgetMoot();
    int tried = 0;
    for (Optional<Message> next = outbox.claim(LEASE);
        next.isPresent();
        next = outbox.claim(LEASE)) {
      Message message = next.get();
      jobs.findJob(message.job()).ifPresent(job -> send(message, job));
      tried++;
    }
    return tried;
  }

  private void send(Message message, Job job) {
    try {
      addresses.send(message, news(message, job));
      outbox.sent(message);
    } catch (IOException e) {
      retry(message, String.valueOf(e.getMessage()));
    }
  }

  private JobNews news(Message message, Job job) throws IOException {
    JobLinks links = message.subscription().links();
    Optional<String> results =
        message.subscription().event() == Occasion.RESULTS
            ? Optional.of(ResultsNews.json(outputs.listOutputs(job.id()), links))
            : Optional.empty();
    return new JobNews(job, links, json, results);
  }

  private void retry(Message message, String problem) {
    if (message.tries() < TRIES.get()) {
      outbox.postpone(message, pause(message.tries()), problem);
      return;
    }
    outbox.giveUp(message, problem);
    LOG.log(
        Level.WARNING,
        "A message on job {0} is given up after {1} tries: {2}",
        message.job(),
        message.tries(),
        problem);
  }

  /** 1, 2, 4, … seconds after each try. */
  static Duration pause(int tries) {
    return Duration.ofSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(tries - 1, 30)));
  }
}
