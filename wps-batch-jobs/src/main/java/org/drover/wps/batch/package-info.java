/**
 * The door to Jakarta Batch: two job XMLs and a handful of artifacts that carry out any process.
 * They call {@link org.drover.wps.execution.attempt.JobWork} and decide nothing.
 */
package org.drover.wps.batch;
