package org.drover.wps.web.ogcapi;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.Execute;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.outbox.JobLinks;
import org.drover.wps.outbox.Occasion;
import org.drover.wps.outbox.Subscription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Documents;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.Problem;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ogcapi.document.Representation;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument;
import org.drover.wps.web.ogcapi.execute.ExecuteReader;
import org.drover.wps.web.ogcapi.execute.Preferences;
import org.drover.wps.web.ogcapi.job.StatusInfo;
import org.drover.wps.web.ogcapi.result.Result;
import org.drover.wps.web.ogcapi.result.ResultAnswer;
import org.drover.wps.web.ows.ExecuteOptionsReader;
import org.drover.wps.web.ows.ExecuteParameters;
import org.drover.wps.web.ows.InputLimits;

/** Executes a process (18-062r2 §7.9). */
@Path("processes/{process}/execution")
public class ExecutionResource {

  @Inject private CallerCatalogue catalogue;
  @Inject private Execute execute;
  @Inject private EstimateJob estimate;
  @Context private HttpServletRequest request;

  @POST
  public Response execute(@PathParam("process") String id, InputStream body) {
    Exchange exchange = new Exchange(request);
    ProcessDescription process = catalogue.getRunnable(id, exchange.caller()).description();
    exchange.requireJson();
    try (Intake intake = execute.openIntake()) {
      ExecuteDocument document =
          new ExecuteReader(process, intake, InputLimits.fromSettings()).read(body);
      Preferences preferences = Preferences.of(exchange.headers("Prefer"));
      return new Order(exchange, process, preferences, document).carryOut(intake);
    }
  }

  /** One request on its way. */
  private final class Order {
    private final Exchange exchange;
    private final Preferences preferences;
    private final Mode mode;
    private final ExecuteRequest wanted;

    Order(
        Exchange exchange,
        ProcessDescription process,
        Preferences preferences,
        ExecuteDocument document) {
      this.exchange = exchange;
      this.preferences = preferences;
      this.mode = preferences.mode(process);
      this.wanted =
          ExecuteParameters.of(exchange.request().getQueryString())
              .applied(document.request(process, mode, preferences.prefersReferences()))
              .with(options(document));
    }

    private ExecuteOptions options(ExecuteDocument document) {
      Addresses addresses = exchange.addresses();
      JobLinks links = new JobLinks(addresses.job(JobLinks.JOB), addresses.results(JobLinks.JOB));
      ExecuteOptions options = new ExecuteOptionsReader(exchange.request(), links).read();
      List<Subscription> subscriptions = new ArrayList<>(options.subscriptions());
      ExecuteDocument.Subscriber who = document.subscriber();
      who.inProgress().ifPresent(it -> subscriptions.add(told(it, Occasion.STARTED, links)));
      who.success().ifPresent(it -> subscriptions.add(told(it, Occasion.RESULTS, links)));
      who.failed().ifPresent(it -> subscriptions.add(told(it, Occasion.FAILED, links)));
      if (mode == Mode.SYNC && !subscriptions.isEmpty()) {
        throw new ProblemException(
            Problem.of(
                400,
                "Only of a job can somebody be told: send Prefer: respond-async with a"
                    + " subscriber, to a process that allows it."));
      }
      return new ExecuteOptions(options.key(), options.reuse(), subscriptions);
    }

    private Subscription told(String address, Occasion occasion, JobLinks links) {
      return new Subscription(address, occasion, links);
    }

    Response carryOut(Intake intake) {
      if (ExecuteParameters.of(exchange.request().getQueryString()).dryRun()) {
        return Documents.fresh(
                200,
                exchange.representation(),
                "Estimate",
                EstimateJson.write(estimate.estimate(wanted, exchange.caller())))
            .build();
      }
      ExecuteAnswer answer = execute.execute(wanted, exchange.caller(), intake);
      Response.ResponseBuilder response =
          answer instanceof ExecuteAnswer.Finished finished
              ? finished(finished)
              : accepted(((ExecuteAnswer.Accepted) answer).view());
      boolean references = wanted.outputs().stream().anyMatch(it -> it.asReference());
      String applied = preferences.applied(mode, references);
      return (applied.isEmpty() ? response : response.header("Preference-Applied", applied))
          .build();
    }

    private Response.ResponseBuilder finished(ExecuteAnswer.Finished answer) {
      try {
        Response response = new ResultAnswer(exchange.accepted()).of(Result.of(answer)).build();
        Response.ResponseBuilder closing = Response.fromResponse(response);
        if (response.getEntity() instanceof StreamingOutput output) {
          return closing.entity(
              (StreamingOutput)
                  out -> {
                    try (answer) {
                      output.write(out);
                    }
                  });
        }
        answer.close();
        return closing;
      } catch (RuntimeException e) {
        answer.close();
        throw e;
      }
    }

    /** A job; one the client has waited for has its results at once. */
    private Response.ResponseBuilder accepted(JobView view) {
      Addresses addresses = exchange.addresses();
      String address = addresses.job(view.job().id());
      if (mode == Mode.SYNC) {
        return new ResultAnswer(exchange.accepted())
            .of(Result.of(view, addresses))
            .header(HttpHeaders.LINK, new Link(address, "monitor", Link.JSON, "").header());
      }
      List<Link> links = Addresses.selfAndAlternate(address, Representation.JSON);
      return Documents.fresh(
              201, Representation.JSON, "Job", new StatusInfo(addresses).document(view, links))
          .header(HttpHeaders.LOCATION, address);
    }
  }
}
