package org.drover.wps.web.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlText;

/**
 * Answers {@code ?WSDL} with the WSDL 1.1 of the service, or of one process with {@code
 * &identifier=} (05-007r7 annex D). Both have the same operations; the latter tells of the process.
 */
final class WsdlOperation {

  private static final String ADDRESS = "/wps/1.0.0";
  private static final String SERVICE =
      "GetCapabilities, DescribeProcess and Execute of WPS 1.0.0.";

  private final CallerCatalogue catalogue;
  private final String template = read("wps-1.0.0.wsdl");

  WsdlOperation(CallerCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  private static String read(String name) {
    try (InputStream in = WsdlOperation.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers, if that is what is asked for. */
  boolean answer(Call call) {
    if (!isAsked(call.request().getQueryString()) || !call.path().isEmpty()) {
      return false;
    }
    String about = call.kvp().find("identifier").map(it -> about(it, call)).orElse(SERVICE);
    Map<String, String> values =
        Map.of(
            "${documentation}", about,
            "${endpoint}", call.base() + ADDRESS,
            "${schemas}", call.base() + SchemaServlet.ADDRESS);
    String wsdl = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      wsdl = wsdl.replace(value.getKey(), escaped(value.getValue()));
    }
    new CachedDocument(wsdl.getBytes(StandardCharsets.UTF_8)).send(call.request(), call.response());
    return true;
  }

  private static boolean isAsked(String query) {
    return query != null
        && Arrays.stream(query.split("&", -1))
            .anyMatch(it -> it.equalsIgnoreCase("wsdl") || it.equalsIgnoreCase("wsdl="));
  }

  private String about(String process, Call call) {
    ProcessDescription found =
        Optional.of(process)
            .flatMap(it -> catalogue.findOffering(it, Callers.of(call.request())))
            .map(Offering::description)
            .filter(it -> !it.nestsInputs())
            .orElseThrow(
                () -> OwsException.invalid("identifier", "There is no such process here."));
    return "Execute process '" + found.id() + "': " + found.texts().title() + ".";
  }

  private static String escaped(String text) {
    return XmlText.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
