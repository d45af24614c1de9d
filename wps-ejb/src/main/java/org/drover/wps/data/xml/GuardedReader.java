package org.drover.wps.data.xml;

import com.ctc.wstx.exc.WstxLazyException;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;

/** Refuses what the parser itself would skip in silence: a DOCTYPE and overlong names. */
final class GuardedReader extends StreamReader2Delegate {

  private static final int MAX_NAME_LENGTH = 1_000;

  private final BoundedInput input;

  GuardedReader(XMLStreamReader2 reader, BoundedInput input) {
    super(reader);
    this.input = input;
  }

  @Override
  public int next() throws XMLStreamException {
    input.renew();
    int event = super.next();
    switch (event) {
      case DTD ->
          throw new XMLStreamException(
              "A document type declaration (DOCTYPE) is not accepted. Send the XML without it.",
              getLocation());
      case ENTITY_REFERENCE ->
          throw new XMLStreamException(
              "The entity &" + getLocalName() + "; is not known. Send the character itself.",
              getLocation());
      case START_ELEMENT -> checkNames();
      case CHARACTERS, CDATA, COMMENT -> finish(this::getTextLength);
      case PROCESSING_INSTRUCTION -> finish(this::getPIData);
      default -> {}
    }
    return event;
  }

  /** The parser is lazy, and reports a fault found in the text later, unchecked: ask for it now. */
  private void finish(Runnable text) throws XMLStreamException {
    try {
      text.run();
    } catch (WstxLazyException e) {
      throw e.getCause() instanceof XMLStreamException fault
          ? fault
          : new XMLStreamException(e.getMessage(), getLocation(), e);
    }
  }

  private void checkNames() throws XMLStreamException {
    checkName(getLocalName());
    for (int i = 0; i < getAttributeCount(); i++) {
      checkName(getAttributeLocalName(i));
    }
  }

  private void checkName(String name) throws XMLStreamException {
    if (name.length() > MAX_NAME_LENGTH) {
      throw new XMLStreamException(
          "A name is longer than the " + MAX_NAME_LENGTH + " characters accepted here.",
          getLocation());
    }
  }

  @Override
  public int nextTag() throws XMLStreamException {
    while (true) {
      int event = next();
      switch (event) {
        case START_ELEMENT, END_ELEMENT -> {
          return event;
        }
        case SPACE, COMMENT, PROCESSING_INSTRUCTION -> {}
        case CHARACTERS, CDATA -> requireWhiteSpace();
        default -> throw new XMLStreamException("An element is expected here.", getLocation());
      }
    }
  }

  private void requireWhiteSpace() throws XMLStreamException {
    if (!isWhiteSpace()) {
      throw new XMLStreamException("Text stands where an element is expected.", getLocation());
    }
  }
}
