package org.drover.wps.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.admin.GetJob;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobInside;
import org.drover.wps.job.JobPage;
import org.drover.wps.job.JobStatus;
import org.drover.wps.process.Estimate;

/** Writes jobs. What is not known is left out; times are RFC 3339 in UTC. */
final class JobJson {

  private JobJson() {}

  /** A page, with a reference to the next one relative to the address of this one. */
  static JsonObject page(JobPage page, URI address) {
    JsonArrayBuilder jobs = Json.createArrayBuilder();
    page.jobs().forEach(it -> jobs.add(job(it)));
    JsonObjectBuilder json = Json.createObjectBuilder().add("jobs", jobs);
    if (page.more()) {
      json.add("next", next(address, page.jobs()));
    }
    return json.build();
  }

  private static String next(URI address, List<Job> jobs) {
    String query = Optional.ofNullable(address.getRawQuery()).orElse("");
    Stream<String> kept =
        Arrays.stream(query.split("&", -1)).filter(it -> !it.isEmpty() && !it.startsWith("after="));
    String last = "after=" + jobs.get(jobs.size() - 1).id();
    return Stream.concat(kept, Stream.of(last)).collect(Collectors.joining("&", "?", ""));
  }

  static JsonObject details(GetJob.Details details) {
    JsonObjectBuilder json = job(details.job());
    JobInside inside = details.inside();
    details.place().ifPresent(it -> json.add("jobsBefore", it));
    json.add("priority", inside.priority());
    json.add("attempts", details.job().epoch());
    json.add("crashes", inside.crashes());
    json.add("retries", inside.retries());
    add(json, "notBefore", inside.notBefore());
    inside.node().ifPresent(it -> json.add("node", it));
    add(json, "leaseUntil", inside.leaseUntil());
    details.job().terms().estimate().ifPresent(it -> json.add("estimate", estimate(it)));
    details.runTime().ifPresent(it -> json.add("ranSeconds", it.toMillis() / 1000.0));
    return json.build();
  }

  private static JsonObjectBuilder estimate(Estimate estimate) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("seconds", estimate.seconds());
    estimate.bytes().ifPresent(it -> json.add("bytes", it));
    return json;
  }

  private static JsonObjectBuilder job(Job job) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", job.id().toString())
            .add("process", job.process())
            .add("processVersion", job.processVersion())
            .add("owner", job.owner())
            .add("queue", job.queue())
            .add("status", name(job.status()))
            .add("percent", job.percent())
            .add("message", job.message());
    add(json, "created", Optional.of(job.created()));
    add(json, "updated", Optional.of(job.updated()));
    add(json, "started", job.started());
    add(json, "finished", job.finished());
    add(json, "expires", job.expires());
    job.failure().ifPresent(it -> json.add("failure", it.message()));
    return json;
  }

  private static void add(JsonObjectBuilder json, String name, Optional<Instant> time) {
    time.ifPresent(it -> json.add(name, it.toString()));
  }

  /** A state as it stands in JSON. */
  static String name(JobStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
