package org.drover.wps.queue;

import java.util.List;

/** What the job rows tell of the queues. */
public interface QueueReport {

  /** The figures of each queue, by name. */
  List<QueueFigures> figures();
}
