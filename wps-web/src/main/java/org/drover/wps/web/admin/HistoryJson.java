package org.drover.wps.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvent;

/** Writes the audit trail of a job. */
final class HistoryJson {

  private HistoryJson() {}

  static JsonObject of(List<JobEvent> events) {
    JsonArrayBuilder history = Json.createArrayBuilder();
    events.forEach(it -> history.add(event(it)));
    return Json.createObjectBuilder().add("history", history).build();
  }

  private static JsonObjectBuilder event(JobEvent event) {
    JobChange change = event.change();
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("at", event.at().toString()).add("node", event.node());
    change.from().ifPresent(it -> json.add("from", JobJson.name(it)));
    json.add("to", JobJson.name(change.to()));
    change.who().ifPresent(it -> json.add("who", it));
    return json.add("why", change.why());
  }
}
