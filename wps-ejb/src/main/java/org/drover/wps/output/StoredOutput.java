package org.drover.wps.output;

import org.drover.wps.data.Output;
import org.drover.wps.job.JobId;

/**
 * An output kept with its job.
 *
 * @param name unguessable name it is served under, unique in the store; its ending suits the media
 *     type
 */
public record StoredOutput(JobId job, String name, Output output) {}
