package org.drover.wps.web.ogcapi;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.drover.wps.execution.Dismiss;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.ListOwnJobs;
import org.drover.wps.execution.Pause;
import org.drover.wps.execution.Resume;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobPage;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Documents;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ogcapi.execute.ChangeReader;
import org.drover.wps.web.ogcapi.job.JobFilterReader;
import org.drover.wps.web.ogcapi.job.JobListJson;
import org.drover.wps.web.ogcapi.job.StatusInfo;
import org.drover.wps.web.ogcapi.result.Definition;

/** Jobs: list, status, dismissal, pause and resumption (18-062r2 §7.10, §12, §14). */
@Path("jobs")
public class JobsResource {

  @Inject private ListOwnJobs listJobs;
  @Inject private GetStatus getStatus;
  @Inject private Dismiss dismiss;
  @Inject private Pause pause;
  @Inject private Resume resume;
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;

  @GET
  public Response list() {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    JobPage page =
        new JobFilterReader(uri.getQueryParameters())
            .read()
            .map(it -> listJobs.list(it, exchange.caller()))
            .orElse(JobPage.EMPTY);
    JsonObject list =
        JobListJson.write(page, exchange.addresses(), exchange.request().getQueryString(), as);
    return Documents.fresh(200, as, "Your jobs", list).build();
  }

  @GET
  @Path("{job}")
  public Response status(@PathParam("job") String id) {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    return answer(getStatus.get(Exchange.job(id), exchange.caller()), exchange, as);
  }

  @DELETE
  @Path("{job}")
  public Response dismiss(@PathParam("job") String id) {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    JobId job = Exchange.job(id);
    JobView found = getStatus.get(job, exchange.caller());
    if (!found.process().allows(JobControl.DISMISS)) {
      throw new NotAllowedException(
          Response.status(Response.Status.METHOD_NOT_ALLOWED)
              .header(HttpHeaders.ALLOW, "GET, HEAD, PATCH")
              .build());
    }
    return answer(dismiss.dismiss(job, exchange.caller(), ""), exchange, as);
  }

  @PATCH
  @Path("{job}")
  public Response change(@PathParam("job") String id, InputStream body) {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    exchange.requireJson();
    JobId job = Exchange.job(id);
    ChangeReader.Change change = ChangeReader.read(body);
    JobView changed =
        change.paused()
            ? pause.pause(job, exchange.caller(), change.why())
            : resume.resume(job, exchange.caller(), change.why());
    return answer(changed, exchange, as);
  }

  @GET
  @Path("{job}/definition")
  public Response definition(@PathParam("job") String id) {
    Exchange exchange = new Exchange(request);
    Representation as = exchange.representation();
    JobView view = getStatus.get(Exchange.job(id), exchange.caller());
    Definition definition = new Definition(view);
    if (as == Representation.HTML) {
      return Documents.fresh(200, as, "Request of the job", definition.summary()).build();
    }
    return Response.ok((StreamingOutput) definition::write)
        .type(Link.JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static Response answer(JobView view, Exchange exchange, Representation as) {
    Addresses addresses = exchange.addresses();
    JsonObject status =
        new StatusInfo(addresses)
            .document(view, Addresses.selfAndAlternate(addresses.job(view.job().id()), as));
    return Documents.fresh(200, as, "Job of " + view.job().process(), status).build();
  }
}
