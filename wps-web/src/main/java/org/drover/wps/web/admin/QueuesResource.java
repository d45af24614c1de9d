package org.drover.wps.web.admin;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.drover.wps.admin.GetQueues;
import org.drover.wps.queue.QueueFigures;
import org.drover.wps.queue.QueueLimits;
import org.drover.wps.web.ows.Callers;

/** Queues, over all nodes. */
@Path("queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {

  @Inject private GetQueues getQueues;
  @Context private HttpServletRequest request;

  @GET
  public JsonObject list() {
    JsonArrayBuilder queues = Json.createArrayBuilder();
    getQueues.get(Callers.of(request)).forEach(it -> queues.add(queue(it)));
    return Json.createObjectBuilder().add("queues", queues).build();
  }

  private static JsonObjectBuilder queue(QueueFigures figures) {
    return Json.createObjectBuilder()
        .add("name", figures.queue())
        .add("waiting", figures.waiting())
        .add("running", figures.running())
        .add("paused", figures.paused())
        .add("endedLastHour", figures.endedLastHour())
        .add("limits", limits(figures.queue()));
  }

  /** The limits in force on this node; what has none is left out. */
  private static JsonObjectBuilder limits(String queue) {
    QueueLimits limits = QueueLimits.of(queue);
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "waiting", QueueLimits.waiting(queue));
    add(json, "running", limits.running());
    add(json, "runningOnNode", limits.runningOnNode());
    add(json, "runningOfOwner", limits.runningOfOwner());
    add(json, "waitingOfOwner", QueueLimits.waitingOfOwner());
    return json;
  }

  private static void add(JsonObjectBuilder json, String name, long limit) {
    if (limit < Long.MAX_VALUE) {
      json.add(name, limit);
    }
  }
}
