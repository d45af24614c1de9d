package org.drover.wps.job;

/**
 * The file of features an attempt has written for a part. Each attempt has a file of its own, so
 * that a stale one spoils nothing.
 *
 * @param epoch of the attempt, 0 before the first checkpoint
 * @param length how many bytes count; whatever lies behind was not checkpointed
 */
public record PartFile(long epoch, long length) {}
