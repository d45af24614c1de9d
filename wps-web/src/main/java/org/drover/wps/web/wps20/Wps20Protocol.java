package org.drover.wps.web.wps20;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.Execute;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.ExceptionReportWriter;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.ServiceMetadata;
import org.drover.wps.web.ows.WpsProtocol;
import org.drover.wps.web.ows.XmlElements;

/** WPS 2.0.2: sorts requests by operation. */
@Dependent
public class Wps20Protocol implements WpsProtocol {

  private final CapabilitiesOperation capabilities;
  private final DescribeOperation describe;
  private final ExecuteOperation execute;
  private final JobOperations jobs;
  private final Languages languages;

  @Inject
  Wps20Protocol(
      CallerCatalogue catalogue, Execute execute, EstimateJob estimate, JobUseCases jobs) {
    this(catalogue, new Core(execute, estimate, jobs), Clock.systemUTC());
  }

  /** What the operations ask. */
  record Core(Execute execute, EstimateJob estimate, JobUseCases jobs) {}

  Wps20Protocol(CallerCatalogue catalogue, Core core, Clock clock) {
    this.languages = Languages.fromSettings();
    this.capabilities =
        new CapabilitiesOperation(catalogue, ServiceMetadata.fromSettings(), languages);
    this.describe = new DescribeOperation(catalogue, languages);
    this.execute = new ExecuteOperation(catalogue, core.execute(), core.estimate(), clock);
    this.jobs = new JobOperations(core.jobs(), clock);
  }

  @Override
  public String version() {
    return Wps20.VERSION;
  }

  @Override
  public Set<String> namespaces() {
    return Set.of(Namespace.WPS20.uri(), Namespace.DROVER.uri());
  }

  @Override
  public Set<String> operations() {
    return Operation.kvpNames();
  }

  @Override
  public void get(Call call) {
    requireRoot(call);
    requireService(call.kvp().get("service"));
    String name = call.kvp().get("request");
    Operation operation =
        Operation.find(name).orElseThrow(() -> OwsException.unknownOperation(name));
    if (operation == Operation.GET_CAPABILITIES) {
      capabilities.get(call);
      return;
    }
    requireVersion(call.kvp().get("version"));
    switch (operation) {
      case DESCRIBE_PROCESS -> describe.get(call);
      case EXECUTE -> throw byPostOnly();
      case DISMISS, PAUSE, RESUME -> {
        requireNotHead(call);
        jobs.run(operation, call, JobOperations.readId(call));
      }
      default -> jobs.run(operation, call, JobOperations.readId(call));
    }
  }

  private static OwsException byPostOnly() {
    return new OwsException(
        new OwsError(
            "OperationNotSupported",
            Operation.EXECUTE.title(),
            "Execute of WPS 2.0 comes by POST (14-065r2 §10.2); that of 1.0.0 by GET as well.",
            501));
  }

  @Override
  public void post(Call call, XMLStreamReader body) throws XMLStreamException {
    requireRoot(call);
    XmlElements xml = new XmlElements(body, Wps20.SCHEMA);
    String name = body.getLocalName();
    Operation operation =
        Operation.find(body.getNamespaceURI(), name)
            .orElseThrow(() -> OwsException.unknownOperation(name));
    requireService(attribute(xml, "service"));
    if (operation == Operation.GET_CAPABILITIES) {
      capabilities.post(call, xml);
      return;
    }
    requireVersion(attribute(xml, "version"));
    switch (operation) {
      case DESCRIBE_PROCESS -> describe.post(call, xml);
      case EXECUTE -> execute.post(call, xml);
      default -> jobs.run(operation, call, JobOperations.readId(xml));
    }
  }

  private static String attribute(XmlElements xml, String name) {
    return xml.find(name).orElseThrow(() -> OwsException.missing(name));
  }

  private static void requireRoot(Call call) {
    if (!call.path().isEmpty()) {
      throw OwsException.withStatus(404, "There is nothing at this address. See " + Wps20.PATH);
    }
  }

  private static void requireService(String service) {
    if (!service.equalsIgnoreCase("WPS")) {
      throw OwsException.invalid("service", "The service here is WPS, not '" + service + "'.");
    }
  }

  private static void requireVersion(String version) {
    if (!version.equals(Wps20.VERSION)) {
      throw OwsException.invalid(
          "version", "Version '" + version + "' is not offered here. Use " + Wps20.VERSION + ".");
    }
  }

  private static void requireNotHead(Call call) {
    if (call.request().getMethod().equals("HEAD")) {
      call.response().setHeader("Allow", "GET, POST, OPTIONS");
      throw OwsException.withStatus(405, "HEAD changes no job. Use GET or POST.");
    }
  }

  @Override
  public void report(Call call, OwsError error) {
    ExceptionReportWriter.answer(call.response(), error, Wps20.SCHEMA, languages.defaultLanguage());
  }

  @Override
  public String codeOfDefects() {
    return "InternalServerError";
  }

  @Override
  public Optional<OwsError> describe(RuntimeException failure) {
    return failure instanceof WpsException known && known.fault() != Fault.INTERNAL
        ? Optional.of(ErrorMapper.map(known))
        : Optional.empty();
  }
}
