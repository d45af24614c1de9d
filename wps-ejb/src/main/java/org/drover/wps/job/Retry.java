package org.drover.wps.job;

import java.time.Duration;

/**
 * Another try for a job that was let down by something that may pass.
 *
 * @param pause how long to wait at most before the first try; each further one waits twice as long,
 *     up to a minute
 * @param most how many tries there are in a row in which the job gets no further
 * @param failure how the job ends after the last
 */
public record Retry(Duration pause, int most, JobFailure failure) {}
