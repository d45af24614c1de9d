package org.drover.wps.web.admin;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.drover.wps.admin.GetCommands;
import org.drover.wps.command.CommandReport;
import org.drover.wps.web.ows.Callers;

/** Command processes of this node. */
@Path("commands")
@Produces(MediaType.APPLICATION_JSON)
public class CommandsResource {

  @Inject private GetCommands getCommands;
  @Context private HttpServletRequest request;

  @GET
  public JsonObject get() {
    CommandReport report = getCommands.get(Callers.of(request));
    return Json.createObjectBuilder()
        .add("offered", array(report.offered()))
        .add("problems", array(report.problems()))
        .build();
  }

  private static JsonArrayBuilder array(List<String> texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }
}
