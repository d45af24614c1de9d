package org.drover.wps.web.wps10;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Base64Choice;
import org.drover.wps.web.ows.BoxText;
import org.drover.wps.web.ows.InlineData;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.NamespaceScope;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/** Reads wps:DataInputs (05-007r7 §10.2.1): each value goes to memory or disk as it arrives. */
final class InputReader {

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_TEXT = 1 << 16;

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

  /** Reads wps:DataInputs, on whose start the document stands. */
  List<Input> read(NamespaceScope outside) throws XMLStreamException {
    NamespaceScope scope = outside.within(xml.reader());
    List<Input> inputs = new ArrayList<>();
    while (xml.nextChild()) {
      if (!xml.is("Input")) {
        throw xml.unexpected();
      }
      inputs.add(input(scope.within(xml.reader())));
    }
    return inputs;
  }

  private Input input(NamespaceScope scope) throws XMLStreamException {
    String id = "";
    Optional<String> title = Optional.empty();
    Optional<String> summary = Optional.empty();
    Optional<InputValue> value = Optional.empty();
    while (xml.nextChild()) {
      switch (child()) {
        case "Identifier" -> id = xml.text(LONGEST_NAME, "Identifier").trim();
        case "Title" -> title = Optional.of(remembered(id));
        case "Abstract" -> summary = Optional.of(remembered(id));
        case "Data" -> value = Optional.of(data(required(id, value), scope.within(xml.reader())));
        case "Reference" -> value = Optional.of(reference(required(id, value), scope));
        default -> throw xml.unexpected();
      }
    }
    if (value.isEmpty()) {
      throw OwsException.invalid(
          id.isEmpty() ? "DataInputs" : id, "Input '" + id + "' has neither Data nor Reference.");
    }
    return new Input(id, value.get(), title, summary);
  }

  private String child() {
    String name = xml.reader().getLocalName();
    return xml.is(name) ? name : "";
  }

  private String remembered(String id) throws XMLStreamException {
    String text = xml.text(LONGEST_TEXT, id);
    limits.takeMemory(id, text.length());
    return text;
  }

  private String required(String id, Optional<InputValue> earlier) {
    if (id.isEmpty()) {
      throw OwsException.missing("Identifier");
    }
    if (earlier.isPresent()) {
      throw xml.unexpected();
    }
    limits.countInput(id);
    return id;
  }

  private InputValue data(String id, NamespaceScope scope) throws XMLStreamException {
    if (!xml.nextChild()) {
      throw OwsException.invalid(id, "The Data of input '" + id + "' is empty.");
    }
    InputValue value =
        switch (child()) {
          case "LiteralData" -> literal(id);
          case "ComplexData" -> complex(id, scope);
          case "BoundingBoxData", "BoundingBox" -> BoxText.read(xml, id);
          default -> throw xml.unexpected();
        };
    if (xml.nextChild()) {
      throw xml.unexpected();
    }
    return value;
  }

  private InputValue literal(String id) throws XMLStreamException {
    Optional<String> dataType = xml.find("dataType");
    Optional<String> unit = xml.find("uom");
    String text = xml.text(InputLimits.LONGEST_LITERAL, id);
    limits.takeMemory(id, text.length());
    return new InputValue.Literal(text, dataType, unit);
  }

  private InputValue complex(String id, NamespaceScope outside) throws XMLStreamException {
    DeclaredFormat format = format();
    Optional<InputDescription> input = process.findInput(id);
    Content content =
        inline.read(
            new InlineData.Place(id, outside.within(xml.reader()), input),
            Base64Choice.applies(format, input));
    return new InputValue.Complex(format, content);
  }

  private DeclaredFormat format() {
    return DeclaredFormat.of(
        xml.find("mimeType").orElse(""),
        xml.find("encoding").orElse(""),
        xml.find("schema").orElse(""));
  }

  private InputValue reference(String id, NamespaceScope outside) throws XMLStreamException {
    String href =
        xml.findHref()
            .orElseThrow(
                () -> OwsException.invalid(id, "The Reference of '" + id + "' has no xlink:href."));
    Optional<String> method = xml.find("method");
    DeclaredFormat format = format();
    NamespaceScope scope = outside.within(xml.reader());
    List<InputValue.Header> headers = new ArrayList<>();
    Optional<Content> body = Optional.empty();
    Optional<String> bodyHref = Optional.empty();
    while (xml.nextChild()) {
      switch (child()) {
        case "Header" -> headers.add(header(id));
        case "Body" ->
            body =
                Optional.of(
                    inline.read(
                        new InlineData.Place(id, scope.within(xml.reader()), Optional.empty()),
                        false));
        case "BodyReference" -> {
          bodyHref = xml.findHref();
          xml.text(LONGEST_NAME, id);
        }
        default -> throw xml.unexpected();
      }
    }
    boolean post =
        method
            .map(it -> ReferenceMethod.isPost(id, it))
            .orElse(body.isPresent() || bodyHref.isPresent());
    return new InputValue.Reference(href, post, headers, body, bodyHref, format);
  }

  private InputValue.Header header(String id) throws XMLStreamException {
    String key = xml.find("key").orElseThrow(() -> headerFault(id));
    String value = xml.find("value").orElse("");
    limits.takeMemory(id, key.length() + value.length());
    xml.text(LONGEST_NAME, id);
    return new InputValue.Header(key, value);
  }

  private static OwsException headerFault(String id) {
    return OwsException.invalid(id, "A Header of the Reference of '" + id + "' has no key.");
  }
}
