package org.drover.wps.web.ogcapi.result;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.json.InputsJson;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.process.describe.ProcessDescription;

/** The request a job was made of, as one could send it again (24-051, /jobs/{id}/definition). */
public final class Definition {

  private final ExecuteRequest request;
  private final ProcessDescription process;

  public Definition(JobView view) {
    this.request = view.request();
    this.process = view.process();
  }

  /** Writes the request as it could be sent; the stream stays open. */
  public void write(OutputStream out) throws IOException {
    InputsJson.write(out, request.inputs(), process.inputs(), rest().toString());
  }

  private JsonObject rest() {
    JsonObjectBuilder outputs = Json.createObjectBuilder();
    request.outputs().forEach(it -> outputs.add(it.id(), output(it)));
    JsonObjectBuilder rest = Json.createObjectBuilder();
    if (!request.outputs().isEmpty()) {
      rest.add("outputs", outputs);
    }
    return rest.add("response", request.raw() ? "raw" : "document").build();
  }

  private static JsonObjectBuilder output(OutputRequest output) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("transmissionMode", output.asReference() ? "reference" : "value");
    DeclaredFormat format = output.format();
    if (!format.isNone()) {
      JsonObjectBuilder members = Json.createObjectBuilder();
      format.mediaType().ifPresent(it -> members.add("mediaType", it));
      format.encoding().ifPresent(it -> members.add("encoding", it));
      format.schema().ifPresent(it -> members.add("schema", it));
      json.add("format", members);
    }
    return json;
  }

  /** The same for people: large values by their size. */
  public JsonObject summary() {
    Map<String, JsonArrayBuilder> values = new LinkedHashMap<>();
    for (Input input : request.inputs()) {
      values.computeIfAbsent(input.id(), key -> Json.createArrayBuilder()).add(text(input.value()));
    }
    JsonObjectBuilder inputs = Json.createObjectBuilder();
    values.forEach(inputs::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("processID", request.process()).add("inputs", inputs);
    rest().forEach(json::add);
    return json.build();
  }

  private static String text(InputValue value) {
    if (value instanceof InputValue.Literal literal) {
      return literal.text();
    }
    if (value instanceof InputValue.Reference reference) {
      return reference.href();
    }
    if (value instanceof InputValue.Box box) {
      return List.of(box.lower(), box.upper()) + " " + box.crs().orElse("");
    }
    if (value instanceof InputValue.Complex complex) {
      return complex.format().mediaType().orElse("data")
          + ", "
          + complex.content().length()
          + " bytes";
    }
    return value.toString();
  }
}
