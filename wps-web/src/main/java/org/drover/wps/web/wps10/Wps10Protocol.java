package org.drover.wps.web.wps10;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.Execute;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.ExceptionReportWriter;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.ServiceMetadata;
import org.drover.wps.web.ows.WpsProtocol;
import org.drover.wps.web.ows.XmlElements;

/** WPS 1.0.0: sorts requests by operation. */
@Dependent
public class Wps10Protocol implements WpsProtocol {

  private static final Set<String> OPERATIONS =
      Set.of("getcapabilities", "describeprocess", "execute");

  private final CapabilitiesOperation capabilities;
  private final DescribeOperation describe;
  private final ExecuteOperation execute;
  private final StatusOperation status;
  private final Languages languages;

  @Inject
  public Wps10Protocol(
      CallerCatalogue catalogue, Execute execute, EstimateJob estimate, GetStatus getStatus) {
    this(catalogue, new Core(execute, estimate, getStatus), Clock.systemUTC());
  }

  /** What the operations ask. */
  record Core(Execute execute, EstimateJob estimate, GetStatus getStatus) {}

  Wps10Protocol(CallerCatalogue catalogue, Core core, Clock clock) {
    this.languages = Languages.fromSettings();
    FlatProcesses processes = new FlatProcesses(catalogue);
    this.capabilities =
        new CapabilitiesOperation(processes, ServiceMetadata.fromSettings(), languages);
    this.describe = new DescribeOperation(processes, languages);
    this.execute = new ExecuteOperation(processes, core, languages, clock);
    this.status = new StatusOperation(core.getStatus());
  }

  @Override
  public String version() {
    return Wps10.VERSION;
  }

  @Override
  public Set<String> namespaces() {
    return Set.of(Namespace.WPS10.uri());
  }

  @Override
  public Set<String> operations() {
    return OPERATIONS;
  }

  @Override
  public void get(Call call) {
    if (call.path().equals(Wps10.STATUS)) {
      status.get(call);
      return;
    }
    requireRoot(call);
    requireService(call.kvp().get("service"));
    String operation = call.kvp().get("request");
    switch (operation.toLowerCase(Locale.ROOT)) {
      case "getcapabilities" -> capabilities.get(call);
      case "describeprocess" -> {
        requireVersion(call.kvp().get("version"));
        describe.get(call);
      }
      case "execute" -> {
        requireVersion(call.kvp().get("version"));
        requireNotHead(call);
        execute.get(call);
      }
      default -> throw OwsException.unknownOperation(operation);
    }
  }

  @Override
  public void post(Call call, XMLStreamReader body) throws XMLStreamException {
    requireRoot(call);
    XmlElements xml = new XmlElements(body, Wps10.SCHEMA);
    String operation = body.getLocalName();
    switch (operation) {
      case "GetCapabilities" -> {
        requireService(attribute(xml, "service"));
        capabilities.post(call, xml);
      }
      case "DescribeProcess" -> {
        requireService(attribute(xml, "service"));
        requireVersion(attribute(xml, "version"));
        describe.post(call, xml);
      }
      case "Execute" -> {
        requireService(attribute(xml, "service"));
        requireVersion(attribute(xml, "version"));
        execute.post(call, body, xml.find("language").orElse(null));
      }
      default -> throw OwsException.unknownOperation(operation);
    }
  }

  private static String attribute(XmlElements xml, String name) {
    return xml.find(name).orElseThrow(() -> OwsException.missing(name));
  }

  private static void requireRoot(Call call) {
    if (!call.path().isEmpty()) {
      throw OwsException.withStatus(404, "There is nothing at this address. See " + Wps10.PATH);
    }
  }

  private static void requireService(String service) {
    if (!service.equalsIgnoreCase("WPS")) {
      throw OwsException.invalid("service", "The service here is WPS, not '" + service + "'.");
    }
  }

  private static void requireVersion(String version) {
    if (!version.equals(Wps10.VERSION)) {
      throw OwsException.invalid(
          "version", "Version '" + version + "' is not offered here. Use " + Wps10.VERSION + ".");
    }
  }

  private static void requireNotHead(Call call) {
    if (call.request().getMethod().equals("HEAD")) {
      call.response().setHeader("Allow", "GET, POST, OPTIONS");
      throw OwsException.withStatus(405, "Execute is not done for HEAD. Use GET or POST.");
    }
  }

  @Override
  public void report(Call call, OwsError error) {
    ExceptionReportWriter.answer(call.response(), error, Wps10.SCHEMA, languages.defaultLanguage());
  }

  @Override
  public String codeOfDefects() {
    return "NoApplicableCode";
  }

  @Override
  public Optional<OwsError> describe(RuntimeException failure) {
    if (failure instanceof WpsException known && known.fault() != Fault.INTERNAL) {
      return Optional.of(withRetryTime(known));
    }
    return Optional.empty();
  }

  private static OwsError withRetryTime(WpsException known) {
    OwsError error =
        ErrorMapper.map(known.fault(), known.locator().orElse(null), known.getMessage());
    return known instanceof ServerBusyException busy
        ? error.retryAfter((int) busy.retryAfter().toSeconds())
        : error;
  }
}
