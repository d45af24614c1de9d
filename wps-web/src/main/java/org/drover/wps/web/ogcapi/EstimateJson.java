package org.drover.wps.web.ogcapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import org.drover.wps.execution.JobEstimate;
import org.drover.wps.execution.forecast.SeenRuns;

/** Writes the answer to a dry run. What there is no figure for is left out; times are seconds. */
final class EstimateJson {

  private EstimateJson() {}

  static JsonObject write(JobEstimate estimate) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("processID", estimate.process().id())
            .add("mode", estimate.queue().isPresent() ? "async" : "sync");
    estimate.queue().ifPresent(it -> json.add("queue", it));
    estimate.seconds().ifPresent(it -> json.add("seconds", figure(it)));
    estimate.estimate().ifPresent(it -> json.add("estimateOfProcess", figure(it.seconds())));
    estimate.estimate().ifPresent(it -> it.bytes().ifPresent(bytes -> json.add("bytes", bytes)));
    json.add("earlierRuns", seen(estimate.seen()));
    estimate.outlook().place().ifPresent(it -> json.add("jobsBefore", it));
    estimate.outlook().start().ifPresent(it -> json.add("start", it.toString()));
    estimate.outlook().end().ifPresent(it -> json.add("end", it.toString()));
    return json.build();
  }

  private static JsonObjectBuilder seen(SeenRuns seen) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("count", seen.runs());
    if (seen.runs() > 0) {
      json.add("median", figure(seen.median()));
      json.add("low", figure(seen.low())).add("high", figure(seen.high()));
    }
    return json;
  }

  private static BigDecimal figure(double seconds) {
    return new BigDecimal(seconds).round(new MathContext(3));
  }
}
