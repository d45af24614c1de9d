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
import java.util.Locale;
import org.drover.wps.admin.GetNodes;
import org.drover.wps.node.SeenNode;
import org.drover.wps.web.ows.Callers;

/** Nodes that share the database. */
@Path("nodes")
@Produces(MediaType.APPLICATION_JSON)
public class NodesResource {

  @Inject private GetNodes getNodes;
  @Context private HttpServletRequest request;

  @GET
  public JsonObject list() {
    JsonArrayBuilder nodes = Json.createArrayBuilder();
    getNodes.get(Callers.of(request)).forEach(it -> nodes.add(node(it)));
    return Json.createObjectBuilder().add("nodes", nodes).build();
  }

  private static JsonObjectBuilder node(SeenNode node) {
    return Json.createObjectBuilder()
        .add("name", node.run().name())
        .add("role", node.role().name().toLowerCase(Locale.ROOT))
        .add("alive", node.alive())
        .add("joined", node.joined().toString())
        .add("seen", node.seen().toString())
        .add("running", node.running());
  }
}
