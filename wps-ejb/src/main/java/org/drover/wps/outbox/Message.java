package org.drover.wps.outbox;

import java.util.UUID;
import org.drover.wps.job.JobId;

/**
 * A message claimed to be sent.
 *
 * @param tries number of this try, from 1: the fence of the one who has claimed it
 */
public record Message(UUID id, JobId job, Subscription subscription, int tries) {}
