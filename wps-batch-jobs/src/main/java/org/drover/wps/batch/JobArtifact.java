package org.drover.wps.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;
import org.drover.wps.execution.attempt.RunningAttempts;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;

/**
 * Which attempt an execution of the engine carries out. Job parameters say it, and nothing else;
 * the job XMLs make them properties, which are read without asking the database.
 */
@Dependent
public class JobArtifact {

  static final String JOB = "job";
  static final String EPOCH = "epoch";

  @Inject private JobContext context;
  @Inject private RunningAttempts running;

  static Properties parameters(Attempt attempt) {
    Properties parameters = new Properties();
    parameters.setProperty(JOB, attempt.job().toString());
    parameters.setProperty(EPOCH, Long.toString(attempt.epoch()));
    return parameters;
  }

  Attempt attempt() {
    Properties properties = context.getProperties();
    return new Attempt(
        new JobId(UUID.fromString(properties.getProperty(JOB))),
        Long.parseLong(properties.getProperty(EPOCH)));
  }

  /** Does a piece of work; what it throws is kept for the slot, and fails the step. */
  <T> T guard(Attempt attempt, Work<T> work) throws Exception {
    try {
      return work.run();
    } catch (Exception | Error e) {
      running.find(attempt).ifPresent(it -> it.failed(e));
      throw e;
    }
  }

  /** A piece of work of an attempt. */
  interface Work<T> {
    T run() throws Exception;
  }
}
