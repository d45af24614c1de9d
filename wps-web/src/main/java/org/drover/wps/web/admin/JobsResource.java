package org.drover.wps.web.admin;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.drover.wps.admin.GetJob;
import org.drover.wps.admin.ListJobs;
import org.drover.wps.admin.SetPriority;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.Dismiss;
import org.drover.wps.execution.GetHistory;
import org.drover.wps.execution.GetLog;
import org.drover.wps.execution.Pause;
import org.drover.wps.execution.Resume;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobQuery;
import org.drover.wps.security.Caller;
import org.drover.wps.web.ows.Callers;

/** Jobs: everybody's for those who administer, for others their own. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JobsResource {

  @Inject private ListJobs listJobs;
  @Inject private GetJob getJob;
  @Inject private GetHistory getHistory;
  @Inject private GetLog getLog;
  @Inject private Pause pause;
  @Inject private Resume resume;
  @Inject private Dismiss dismiss;
  @Inject private SetPriority setPriority;

  @Context private HttpServletRequest request;
  @Context private UriInfo uri;

  @GET
  public JsonObject list() {
    Caller caller = caller();
    JobQuery query = JobQueryReader.read(uri.getQueryParameters());
    return JobJson.page(listJobs.list(query, caller), uri.getRequestUri());
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return details(id(id));
  }

  @GET
  @Path("{id}/history")
  public JsonObject history(@PathParam("id") String id) {
    return HistoryJson.of(getHistory.get(id(id), caller()));
  }

  @GET
  @Path("{id}/log")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  public String log(@PathParam("id") String id) {
    return getLog.get(id(id), caller());
  }

  @POST
  @Path("{id}/pause")
  public JsonObject pause(@PathParam("id") String id, String body) {
    pause.pause(id(id), caller(), ChangeReader.why(body));
    return details(id(id));
  }

  @POST
  @Path("{id}/resume")
  public JsonObject resume(@PathParam("id") String id, String body) {
    resume.resume(id(id), caller(), ChangeReader.why(body));
    return details(id(id));
  }

  @POST
  @Path("{id}/dismiss")
  public JsonObject dismiss(@PathParam("id") String id, String body) {
    dismiss.dismiss(id(id), caller(), ChangeReader.why(body));
    return details(id(id));
  }

  @PATCH
  @Path("{id}")
  public JsonObject change(@PathParam("id") String id, String body) {
    setPriority.set(id(id), ChangeReader.priority(body), caller());
    return details(id(id));
  }

  private JsonObject details(JobId id) {
    return JobJson.details(getJob.get(id, caller()));
  }

  private Caller caller() {
    return Callers.of(request);
  }

  private static JobId id(String text) {
    Optional<JobId> id = JobId.parse(text);
    return id.orElseThrow(
        () -> new WpsException(Fault.NO_SUCH_JOB, text, "This is no identifier of a job."));
  }
}
