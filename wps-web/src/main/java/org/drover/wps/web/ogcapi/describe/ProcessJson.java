package org.drover.wps.web.ogcapi.describe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.web.ogcapi.document.Link;

/** Writes processSummary.yaml and process.yaml. */
public final class ProcessJson {

  private ProcessJson() {}

  /** What the list of processes says of one. */
  public static JsonObjectBuilder summary(ProcessDescription process, List<Link> links) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("id", process.id()).add("version", process.version());
    texts(json, process.texts());
    JsonArrayBuilder control = Json.createArrayBuilder();
    process.jobControl().stream()
        .sorted()
        .forEach(it -> control.add(it.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return json.add("mutable", process.mutable())
        .add("jobControlOptions", control)
        .add("outputTransmission", Json.createArrayBuilder().add("value").add("reference"))
        .add("links", Link.array(links));
  }

  /** The whole description. */
  public static JsonObject description(ProcessDescription process, List<Link> links) {
    JsonObjectBuilder inputs = Json.createObjectBuilder();
    process.inputs().forEach(it -> inputs.add(it.id(), input(it)));
    JsonObjectBuilder outputs = Json.createObjectBuilder();
    process.outputs().forEach(it -> outputs.add(it.id(), output(it)));
    return summary(process, links).add("inputs", inputs).add("outputs", outputs).build();
  }

  private static JsonObjectBuilder input(InputDescription input) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    texts(json, input.texts());
    additional(json, input.data());
    return json.add("minOccurs", input.minOccurs())
        .add("maxOccurs", input.maxOccurs())
        .add("schema", DataSchema.of(input.data(), input.valueType()));
  }

  private static JsonObjectBuilder output(OutputDescription output) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    texts(json, output.texts());
    additional(json, output.data());
    return json.add("schema", DataSchema.of(output.data(), output.valueType()));
  }

  private static void texts(JsonObjectBuilder json, Texts texts) {
    json.add("title", texts.title());
    if (!texts.summary().isEmpty()) {
      json.add("description", texts.summary());
    }
    if (!texts.keywords().isEmpty()) {
      json.add("keywords", Json.createArrayBuilder(texts.keywords()));
    }
    if (!texts.metadata().isEmpty()) {
      JsonArrayBuilder metadata = Json.createArrayBuilder();
      texts
          .metadata()
          .forEach(it -> metadata.add(new Link(it.href(), "related", "", it.title()).json()));
      json.add("metadata", metadata);
    }
  }

  /** What a schema has no words for: units of measure, the default first, and a limit of size. */
  private static void additional(JsonObjectBuilder json, DataDescription data) {
    JsonArrayBuilder parameters = Json.createArrayBuilder();
    if (data instanceof DataDescription.Literal literal && !literal.units().isEmpty()) {
      parameters.add(parameter("uom", Json.createArrayBuilder(literal.units())));
    } else if (data instanceof DataDescription.Complex complex
        && complex.maximumBytes().isPresent()) {
      parameters.add(
          parameter(
              "maximumBytes", Json.createArrayBuilder().add(complex.maximumBytes().getAsLong())));
    } else {
      return;
    }
    json.add("additionalParameters", Json.createObjectBuilder().add("parameters", parameters));
  }

  private static JsonObjectBuilder parameter(String name, JsonArrayBuilder value) {
    return Json.createObjectBuilder().add("name", name).add("value", value);
  }
}
