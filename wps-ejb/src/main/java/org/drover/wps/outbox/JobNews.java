package org.drover.wps.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.StoredJson;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobStatus;

/**
 * What a message says: how a job stands at the moment it is sent, and where to look.
 *
 * @param results what a callback gets instead, when that is wanted
 */
record JobNews(Job job, JobLinks links, StoredJson writer, Optional<String> results) {

  private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";

  /** The body of a callback. */
  String json() {
    return results.orElseGet(this::statusInfo);
  }

  /** As statusInfo of OGC API - Processes (18-062r2 §7.12). */
  private String statusInfo() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("processID", job.process());
    status.put("type", "process");
    status.put("jobID", job.id().toString());
    status.put("status", state());
    status.put("message", job.failure().map(JobFailure::message).orElse(job.message()));
    status.put("created", job.created().toString());
    put(status, "started", job.started());
    put(status, "finished", job.finished());
    status.put("updated", job.updated().toString());
    status.put("progress", job.percent());
    status.put("links", linkList());
    return writer.write(status);
  }

  private static void put(Map<String, Object> status, String name, Optional<Instant> time) {
    time.ifPresent(it -> status.put(name, it.toString()));
  }

  private List<Map<String, String>> linkList() {
    Map<String, String> monitor = Map.of("rel", "monitor", "href", links.status());
    return job.status() == JobStatus.SUCCEEDED
        ? List.of(monitor, Map.of("rel", RESULTS, "href", links.result()))
        : List.of(monitor);
  }

  private String state() {
    return switch (job.status()) {
      case ACCEPTED, PAUSED -> "accepted";
      case RUNNING -> "running";
      case SUCCEEDED -> "successful";
      case FAILED -> "failed";
      case DISMISSED -> "dismissed";
    };
  }

  /** Subject of a mail. */
  String subject() {
    return "Job of " + job.process() + ": " + state();
  }

  /**
   * Text of a mail. It holds nothing a client has written: the server must not send somebody's
   * words to a mailbox of their choice.
   */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Your job of process ").append(job.process()).append(" is ").append(state());
    text.append(".\n\nJob:      ").append(job.id());
    text.append("\nAccepted: ").append(job.created());
    job.finished().ifPresent(it -> text.append("\nEnded:    ").append(it));
    job.expires().ifPresent(it -> text.append("\nKept to:  ").append(it));
    text.append("\nStatus:   ").append(links.status());
    if (job.status() == JobStatus.SUCCEEDED && !links.result().equals(links.status())) {
      text.append("\nResult:   ").append(links.result());
    }
    return text.append('\n').toString();
  }
}
