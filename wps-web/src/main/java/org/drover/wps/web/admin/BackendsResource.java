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
import org.drover.wps.admin.BackendReport;
import org.drover.wps.admin.GetBackends;
import org.drover.wps.web.ows.Callers;

/** Backends this node can have work done by. */
@Path("backends")
@Produces(MediaType.APPLICATION_JSON)
public class BackendsResource {

  @Inject private GetBackends getBackends;
  @Context private HttpServletRequest request;

  @GET
  public JsonObject get() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (BackendReport each : getBackends.get(Callers.of(request))) {
      JsonObjectBuilder backend =
          Json.createObjectBuilder()
              .add("name", each.name())
              .add("usable", each.problem().isEmpty());
      each.problem().ifPresent(it -> backend.add("problem", it));
      backend.add("processes", Json.createArrayBuilder(each.processes()));
      all.add(backend);
    }
    return Json.createObjectBuilder().add("backends", all).build();
  }
}
