package org.drover.wps.web.ogcapi;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.drover.wps.deploy.Deploy;
import org.drover.wps.deploy.GetPackage;
import org.drover.wps.deploy.PackageRefusedException;
import org.drover.wps.deploy.Replace;
import org.drover.wps.deploy.SentPackage;
import org.drover.wps.deploy.Undeploy;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ogcapi.deploy.PackageBody;
import org.drover.wps.web.ogcapi.deploy.PackageProblems;
import org.drover.wps.web.ogcapi.describe.ProcessJson;
import org.drover.wps.web.ogcapi.document.Documents;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ows.Kvp;

/** Deploys, replaces and undeploys processes (OGC API - Processes - Part 2, 20-044). */
@Path("processes")
public class PackagesResource {

  @Inject private Deploy deploy;
  @Inject private Replace replace;
  @Inject private Undeploy undeploy;
  @Inject private GetPackage getPackage;
  @Context private HttpServletRequest request;

  @POST
  public Response deploy(InputStream body) {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    SentPackage sent = PackageBody.read(exchange.request(), body);
    ProcessDescription process = told(() -> deploy.deploy(sent, tool(exchange), exchange.caller()));
    return Documents.fresh(
            201,
            as,
            process.texts().title(),
            ProcessJson.summary(process, ProcessesResource.links(exchange.addresses(), as, process))
                .build())
        .header(HttpHeaders.LOCATION, exchange.addresses().process(process.id()))
        .build();
  }

  @PUT
  @Path("{process}")
  public Response replace(@PathParam("process") String id, InputStream body) {
    Exchange exchange = new Exchange(request);
    SentPackage sent = PackageBody.read(exchange.request(), body);
    return told(
        () -> {
          replace.replace(id, sent, tool(exchange), exchange.caller());
          return Response.noContent().build();
        });
  }

  @DELETE
  @Path("{process}")
  public Response undeploy(@PathParam("process") String id) {
    return told(
        () -> {
          undeploy.undeploy(id, new Exchange(request).caller());
          return Response.noContent().build();
        });
  }

  /** What was sent, as it was sent (20-044 §6.6). */
  @GET
  @Path("{process}/package")
  public Response get(@PathParam("process") String id) {
    SentPackage sent = getPackage.get(id, new Exchange(request).caller());
    return Response.ok(sent.text().getBytes(StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_TYPE, sent.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Which tool of a CWL document is meant (20-044, /req/cwl/deploy-w-param). */
  private static Optional<String> tool(Exchange exchange) {
    return Kvp.of(exchange.request().getQueryString()).find("w");
  }

  private static <T> T told(Supplier<T> done) {
    try {
      return done.get();
    } catch (PackageRefusedException e) {
      throw new ProblemException(PackageProblems.of(e), e);
    }
  }
}
