package org.drover.wps.web.ogcapi;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.GetResult;
import org.drover.wps.execution.JobView;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Documents;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ogcapi.result.Result;
import org.drover.wps.web.ogcapi.result.ResultAnswer;
import org.drover.wps.web.ogcapi.result.ResultSummary;

/** The results of jobs (18-062r2 §7.11), and each output by itself, as the draft of 2.0 has it. */
@Path("jobs/{job}/results")
public class ResultsResource {

  @Inject private GetResult getResult;
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;

  @GET
  public Response results(@PathParam("job") String id) {
    Exchange exchange = new Exchange(request);
    JobView view = getResult.get(Exchange.job(id), exchange.caller());
    Addresses addresses = exchange.addresses();
    Result result = wanted(view, addresses);
    if (exchange.isForPeople()) {
      return Documents.fresh(
              200, Representation.HTML, "Results", ResultSummary.write(view, result, addresses))
          .build();
    }
    return new ResultAnswer(exchange.accepted())
        .of(result)
        .header(
            HttpHeaders.LINK,
            new Link(addresses.job(view.job().id()), "monitor", Link.JSON, "").header())
        .build();
  }

  /** Those named by {@code outputs}; all when it is absent. */
  private Result wanted(JobView view, Addresses addresses) {
    Result all = Result.of(view, addresses);
    List<String> named =
        uri.getQueryParameters().getOrDefault("outputs", List.of()).stream()
            .flatMap(it -> Arrays.stream(it.split(",", -1)))
            .toList();
    return named.isEmpty() ? all : all.only(named.stream().map(it -> one(view, all, it)).toList());
  }

  @GET
  @Path("{output: .+}")
  public Response output(@PathParam("job") String id, @PathParam("output") String output) {
    Exchange exchange = new Exchange(request);
    JobView view = getResult.get(Exchange.job(id), exchange.caller());
    return new ResultAnswer(exchange.accepted())
        .one(one(view, Result.of(view, exchange.addresses()), output))
        .build();
  }

  private static Result.Made one(JobView view, Result result, String output) {
    return result.outputs().stream()
        .filter(it -> it.output().id().equals(output))
        .findFirst()
        .orElseThrow(
            () ->
                new WpsException(
                    Fault.NO_SUCH_OUTPUT,
                    output,
                    "The job of " + view.job().process() + " has no output '" + output + "'."));
  }
}
