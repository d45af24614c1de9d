package org.drover.wps.web.ogcapi.result;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.data.OutputValue;
import org.drover.wps.execution.JobView;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.Link;
import org.drover.wps.web.ogcapi.document.Representation;

/** Results for people: literals as they are, everything else by its address. */
public final class ResultSummary {

  private ResultSummary() {}

  /** The document to make a page of. */
  public static JsonObject write(JobView view, Result result, Addresses addresses) {
    JsonObjectBuilder outputs = Json.createObjectBuilder();
    for (Result.Made each : result.outputs()) {
      if (each.value() instanceof OutputValue.Literal literal) {
        outputs.add(each.id(), literal.text());
      } else {
        outputs.add(each.id(), link(view, each, addresses).json());
      }
    }
    List<Link> links =
        new ArrayList<>(
            Addresses.selfAndAlternate(addresses.results(view.job().id()), Representation.HTML));
    links.add(new Link(addresses.job(view.job().id()), "monitor", Link.JSON, "The job"));
    return Json.createObjectBuilder()
        .add("outputs", outputs)
        .add("links", Link.array(links))
        .build();
  }

  private static Link link(JobView view, Result.Made output, Addresses addresses) {
    String type =
        output.value() instanceof OutputValue.Complex complex
            ? complex.format().mediaType()
            : Link.JSON;
    return new Link(addresses.result(view.job().id(), output.id()), "item", type, output.id());
  }
}
