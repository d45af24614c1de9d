package org.drover.wps.web.wps20;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.IdPath;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Base64Choice;
import org.drover.wps.web.ows.BoxText;
import org.drover.wps.web.ows.InlineData;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.NamespaceScope;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/**
 * Reads wps:Input (14-065r2 §9.5): each value goes to memory or disk as it arrives. Literals and
 * boxes come as elements or as text, whatever form is declared.
 */
final class InputReader {

  private static final int LONGEST_NAME = 1000;

  private final XmlElements xml;
  private final ProcessDescription process;
  private final InlineData inline;
  private final InputLimits limits;

  InputReader(XmlElements xml, ProcessDescription process, Intake intake, InputLimits limits) {
    this.xml = xml;
    this.process = process;
    this.inline = new InlineData(xml.reader(), intake, limits);
    this.limits = limits;
  }

  /** Reads an input, on whose start the document stands. */
  Input read(NamespaceScope outside) throws XMLStreamException {
    return read("", outside);
  }

  /**
   * @param outer path of the group the input is in; empty for none
   */
  private Input read(String outer, NamespaceScope outside) throws XMLStreamException {
    NamespaceScope scope = outside.within(xml.reader());
    String id = xml.find("id").orElseThrow(() -> OwsException.missing("id"));
    String path = IdPath.join(outer, id);
    limits.countInput(path);
    if (!nextValue()) {
      throw empty(path);
    }
    if (xml.is("Input")) {
      return Input.of(id, nested(path, scope));
    }
    InputValue value = value(path, scope);
    if (xml.nextChild()) {
      throw xml.unexpected();
    }
    return Input.of(id, value);
  }

  /** Goes to what the input holds. Some clients describe it first, as was usual in 1.0.0. */
  private boolean nextValue() throws XMLStreamException {
    boolean found = xml.nextChild();
    while (found && (xml.is("Title") || xml.is("Abstract"))) {
      xml.skip();
      found = xml.nextChild();
    }
    return found;
  }

  /** Reads the members of a group, on the first of which the document stands. */
  private InputValue nested(String path, NamespaceScope scope) throws XMLStreamException {
    List<Input> members = new ArrayList<>();
    do {
      if (!xml.is("Input")) {
        throw xml.unexpected();
      }
      members.add(read(path, scope));
    } while (xml.nextChild());
    return new InputValue.Nested(members);
  }

  private static WpsException empty(String id) {
    return new WpsException(
        Fault.INVALID_INPUT,
        id,
        "Input '" + id + "' is empty: give it Data, a Reference or inputs.");
  }

  private InputValue value(String id, NamespaceScope scope) throws XMLStreamException {
    if (xml.is("Data")) {
      return data(id, scope);
    }
    if (xml.is("Reference")) {
      return reference(id, scope);
    }
    throw xml.unexpected();
  }

  private InputValue data(String id, NamespaceScope scope) throws XMLStreamException {
    DeclaredFormat format = format();
    Optional<InputDescription> input = process.findInput(id);
    Optional<DataDescription> data = input.map(InputDescription::data);
    data.ifPresent(it -> SmallFormats.require(it, format, id));
    if (data.filter(DataDescription.Literal.class::isInstance).isPresent()) {
      return literal(id);
    }
    if (data.filter(DataDescription.Box.class::isInstance).isPresent()) {
      return box(id);
    }
    Content content =
        inline.read(
            new InlineData.Place(id, scope.within(xml.reader()), input),
            Base64Choice.applies(format, input));
    return new InputValue.Complex(format, content);
  }

  private DeclaredFormat format() {
    return DeclaredFormat.of(
        xml.find("mimeType").orElse(""),
        xml.find("encoding").orElse(""),
        xml.find("schema").orElse(""));
  }

  private InputValue literal(String id) throws XMLStreamException {
    Optional<String> text = xml.findText(InputLimits.LONGEST_LITERAL, id);
    if (text.isPresent()) {
      limits.takeMemory(id, text.get().length());
      return LiteralText.read(text.get());
    }
    if (!xml.is("LiteralValue")) {
      throw wrong(id, "a literal: send its text, or a wps:LiteralValue");
    }
    Optional<String> dataType = xml.find("dataType");
    Optional<String> unit = xml.find("uom");
    String value = xml.text(InputLimits.LONGEST_LITERAL, id);
    limits.takeMemory(id, value.length());
    requireEnd();
    return new InputValue.Literal(value, dataType, unit);
  }

  private InputValue box(String id) throws XMLStreamException {
    Optional<String> text = xml.findText(LONGEST_NAME, id);
    if (text.isPresent()) {
      return BoxText.ofKvp(id, text.get().strip());
    }
    if (!xml.is("BoundingBox")) {
      throw wrong(id, "a box: send an ows:BoundingBox, or lower corner, upper corner and CRS");
    }
    InputValue box = BoxText.read(xml, id);
    requireEnd();
    return box;
  }

  private void requireEnd() throws XMLStreamException {
    if (xml.nextChild()) {
      throw xml.unexpected();
    }
  }

  private static WpsException wrong(String id, String what) {
    return new WpsException(Fault.INVALID_INPUT, id, "Input '" + id + "' is " + what + ".");
  }

  private InputValue reference(String id, NamespaceScope outside) throws XMLStreamException {
    String href =
        xml.findHref()
            .orElseThrow(() -> wrong(id, "a Reference without xlink:href: add the address"));
    DeclaredFormat format = format();
    process.findInput(id).ifPresent(it -> SmallFormats.require(it.data(), format, id));
    NamespaceScope scope = outside.within(xml.reader());
    Optional<Content> body = Optional.empty();
    Optional<String> bodyHref = Optional.empty();
    while (xml.nextChild()) {
      if (xml.is("Body")) {
        InlineData.Place place =
            new InlineData.Place(id, scope.within(xml.reader()), Optional.empty());
        body = Optional.of(inline.read(place, false));
      } else if (xml.is("BodyReference")) {
        bodyHref = xml.findHref();
        xml.skip();
      } else {
        throw xml.unexpected();
      }
    }
    boolean post = body.isPresent() || bodyHref.isPresent();
    return new InputValue.Reference(href, post, List.of(), body, bodyHref, format);
  }
}
