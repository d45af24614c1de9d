package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.data.Input;
import org.drover.wps.data.Spool;
import org.drover.wps.data.json.JsonCopy;
import org.drover.wps.data.json.LongStrings;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument.Response;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument.Subscriber;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument.WantedOutput;
import org.drover.wps.web.ows.InputLimits;

/** Reads execute.yaml in one pass; large values go to disk as they arrive. */
public final class ExecuteReader {

  private final ProcessDescription process;
  private final Intake intake;
  private final InputLimits limits;

  public ExecuteReader(ProcessDescription process, Intake intake, InputLimits limits) {
    this.process = process;
    this.intake = intake;
    this.limits = limits;
  }

  /**
   * Reads a request.
   *
   * @throws ProblemException if it is no such document
   * @throws org.drover.wps.error.WpsException if an input has a value it cannot have
   */
  public ExecuteDocument read(InputStream body) {
    LongStrings taken =
        new LongStrings(
            body,
            () -> new Spool(intake.nextFile(), InputLimits.MAXIMUM_BYTES.get(), null),
            Spool.MEMORY_LIMIT);
    try (JsonParser parser = JsonCopy.parser(taken)) {
      return document(new RequestJson(parser, taken));
    } catch (JsonProcessingException e) {
      throw new ProblemException(ProblemException.unreadable(explain(e)).problem(), e);
    } catch (IOException e) {
      throw new ProblemException(
          ProblemException.unreadable(
                  "The request could not be read to its end; it may be longer than is accepted.")
              .problem(),
          e);
    }
  }

  private static String explain(JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " See line %d, column %d."
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    String reason = e.getOriginalMessage().lines().findFirst().orElse("");
    String cut = reason.length() > 200 ? reason.substring(0, 200) + "…" : reason;
    return "The request cannot be read as JSON: " + cut + (cut.endsWith(".") ? "" : ".") + place;
  }

  private ExecuteDocument document(RequestJson json) throws IOException {
    List<Input> inputs = List.of();
    List<WantedOutput> outputs = List.of();
    Optional<Response> response = Optional.empty();
    Subscriber subscriber = Subscriber.NOBODY;
    json.begin();
    while (json.nextMember()) {
      switch (json.name()) {
        case "inputs" -> {
          json.requireObject("inputs");
          inputs = new InputsReader(json, intake, limits).read(process.inputs(), "");
        }
        case "outputs" -> outputs = OutputsReader.read(json.small("outputs"));
        case "response" -> response = Optional.of(response(json.small("response")));
        case "subscriber" -> subscriber = subscriber(json.small("subscriber"));
        default -> json.skip();
      }
    }
    json.end();
    return new ExecuteDocument(inputs, outputs, response, subscriber);
  }

  private static Response response(JsonNode node) {
    return switch (node.asText()) {
      case "raw" -> Response.RAW;
      case "document" -> Response.DOCUMENT;
      default -> throw ProblemException.unreadable("response is \"raw\" or \"document\".");
    };
  }

  private static Subscriber subscriber(JsonNode node) {
    if (!node.isObject()) {
      throw ProblemException.unreadable(
          "subscriber is an object with successUri, inProgressUri or failedUri.");
    }
    return new Subscriber(
        address(node, "success"), address(node, "inProgress"), address(node, "failed"));
  }

  private static Optional<String> address(JsonNode subscriber, String event) {
    String member = event + "Uri";
    if (!subscriber.has(member)) {
      return Optional.empty();
    }
    if (!subscriber.get(member).isTextual()) {
      throw ProblemException.unreadable(
          String.format(Locale.ROOT, "%s of subscriber is an address.", member));
    }
    return Optional.of(subscriber.get(member).textValue());
  }
}
