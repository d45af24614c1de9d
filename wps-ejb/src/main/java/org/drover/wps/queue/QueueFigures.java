package org.drover.wps.queue;

/**
 * How busy a queue is, over all nodes.
 *
 * @param waiting jobs that wait
 * @param running jobs under way
 * @param paused jobs set aside
 * @param endedLastHour jobs that ended in the last hour, well or not
 */
public record QueueFigures(
    String queue, long waiting, long running, long paused, long endedLastHour) {}
