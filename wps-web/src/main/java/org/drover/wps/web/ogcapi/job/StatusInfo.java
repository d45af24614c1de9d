package org.drover.wps.web.ogcapi.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobStatus;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ows.OutlookText;

/** Writes statusInfo.yaml: the one place where job states become those of OGC API - Processes. */
public final class StatusInfo {

  private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";
  private static final String EXCEPTIONS = "http://www.opengis.net/def/rel/ogc/1.0/exceptions";

  private final Addresses addresses;

  public StatusInfo(Addresses addresses) {
    this.addresses = addresses;
  }

  /** A job as its own document. */
  public JsonObject document(JobView view, List<Link> selfAndAlternate) {
    Job job = view.job();
    JsonObjectBuilder json = common(job, message(view));
    view.eta().ifPresent(it -> json.add("estimatedCompletion", it.toString()));
    List<Link> links = new ArrayList<>(selfAndAlternate);
    links.addAll(further(job));
    links.add(new Link(addresses.definition(job.id()), "definition", Link.JSON, "The request"));
    return json.add("links", Link.array(links)).build();
  }

  /** A job in a list. */
  JsonObjectBuilder entry(Job job) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(addresses.job(job.id()), "self", Link.JSON, "Status of the job"));
    links.addAll(further(job));
    return common(job, told(job)).add("links", Link.array(links));
  }

  private List<Link> further(Job job) {
    String results = addresses.results(job.id());
    return switch (job.status()) {
      case SUCCEEDED -> List.of(new Link(results, RESULTS, "", "Results of the job"));
      case FAILED -> List.of(new Link(results, EXCEPTIONS, Link.JSON, "Why the job failed"));
      default -> List.of();
    };
  }

  /** {@code id} is what the draft of version 2.0 calls {@code jobID}. */
  private static JsonObjectBuilder common(Job job, String message) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("processID", job.process())
            .add("type", "process")
            .add("jobID", job.id().toString())
            .add("id", job.id().toString())
            .add("status", name(job.status()))
            .add("message", message)
            .add("created", job.created().toString());
    add(json, "started", job.started());
    add(json, "finished", job.finished());
    add(json, "updated", Optional.of(job.updated()));
    add(json, "expires", job.expires());
    return json.add("progress", job.status() == JobStatus.SUCCEEDED ? 100 : job.percent());
  }

  private static void add(JsonObjectBuilder json, String name, Optional<Instant> time) {
    time.ifPresent(it -> json.add(name, it.toString()));
  }

  /** The name of a state; one that is paused waits to be resumed. */
  static String name(JobStatus status) {
    return switch (status) {
      case ACCEPTED, PAUSED -> "accepted";
      case RUNNING -> "running";
      case SUCCEEDED -> "successful";
      case FAILED -> "failed";
      case DISMISSED -> "dismissed";
    };
  }

  private static String message(JobView view) {
    Job job = view.job();
    return switch (job.status()) {
      case ACCEPTED -> OutlookText.ofWaiting(view.outlook(), job.queue(), job.message());
      case RUNNING -> OutlookText.ofRunning(view.outlook(), job.message());
      default -> told(job);
    };
  }

  private static String told(Job job) {
    String otherwise =
        switch (job.status()) {
          case PAUSED -> "The job is paused. Resume it to let it go on.";
          case SUCCEEDED -> "The process succeeded.";
          case FAILED -> job.failure().map(JobFailure::message).orElse("The process failed.");
          case DISMISSED -> "The job was dismissed; it has no results (any more).";
          case ACCEPTED, RUNNING ->
              "The job is " + name(job.status()).toLowerCase(Locale.ROOT) + ".";
        };
    boolean own = job.status() == JobStatus.RUNNING || job.status() == JobStatus.SUCCEEDED;
    return own && !job.message().isEmpty() ? job.message() : otherwise;
  }
}
