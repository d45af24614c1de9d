package org.drover.wps.web.ows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.Content;
import org.drover.wps.data.Spool;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.describe.InputDescription;

/** Takes complex data out of a request as it arrives: to memory when small, to disk when large. */
public final class InlineData {

  private final XMLStreamReader reader;
  private final Intake intake;
  private final InputLimits limits;

  public InlineData(XMLStreamReader reader, Intake intake, InputLimits limits) {
    this.reader = reader;
    this.intake = intake;
    this.limits = limits;
  }

  /**
   * Where in the request the data stands.
   *
   * @param input its identifier, locator of refusals
   * @param scope namespaces in scope, those of the element that holds the data among them
   * @param description of the input, which may limit its size
   */
  public record Place(String input, NamespaceScope scope, Optional<InputDescription> description) {}

  /**
   * Reads what the element holds that the reader is on; leaves the reader on its end.
   *
   * @param base64 whether text is base64
   */
  public Content read(Place place, boolean base64) throws XMLStreamException {
    Spool spool = limits.spool(intake.nextFile(), place.description(), place.input());
    try (StorageStream out = new StorageStream(spool)) {
      new ComplexDataReader(reader, place.input(), out).read(place.scope(), base64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return limits.kept(spool.content());
  }
}
