package org.drover.wps.data.codec;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.core.io.NumberInput;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;

/** Reads the numbers of an element's text, which arrives in pieces of any length. */
final class GmlNumbers {

  private static final int LONGEST = 64;

  /** What a number takes in memory beyond its shortest text: as such, and then in a position. */
  private static final int ORDINATE = 16;

  private final XMLStreamReader xml;
  private final FeatureBudget budget;
  private final OrdinateList ordinates = new OrdinateList();
  private final char[] number = new char[LONGEST];
  private int length;

  /** Numbers before the first white space, when separated by commas. */
  private int tupleSize;

  private boolean firstTuple = true;

  GmlNumbers(XMLStreamReader xml, FeatureBudget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  /** A gml:pos: as many numbers as the position has. */
  Coordinate[] readPosition(boolean northingFirst) throws XMLStreamException {
    read(false);
    int dimension = ordinates.size();
    if (dimension < 2 || dimension > 3) {
      throw new MalformedDataException(
          "A position has two or three numbers, not " + dimension + ".");
    }
    return ordinates.positions(dimension, northingFirst);
  }

  /** A gml:posList; dimension 0 is not declared, and taken as 2. */
  Coordinate[] readList(int dimension, boolean northingFirst) throws XMLStreamException {
    read(false);
    return positions(dimension == 0 ? 2 : dimension, northingFirst);
  }

  /** A gml:coordinates: tuples like {@code 1,2 3,4}. */
  Coordinate[] readTuples(boolean northingFirst) throws XMLStreamException {
    String decimal = xml.getAttributeValue(null, "decimal");
    if (decimal != null && !decimal.equals(".")) {
      throw new MalformedDataException("gml:coordinates are read with a decimal point only.");
    }
    read(true);
    return ordinates.size() == 0 ? new Coordinate[0] : positions(tupleSize, northingFirst);
  }

  private Coordinate[] positions(int dimension, boolean northingFirst) {
    if (dimension < 2 || dimension > 3 || ordinates.size() % dimension != 0) {
      throw new MalformedDataException(
          "There are "
              + ordinates.size()
              + " numbers, which do not make positions of "
              + dimension
              + ". Declare srsDimension, or send two numbers each.");
    }
    return ordinates.positions(dimension, northingFirst);
  }

  private void read(boolean commas) throws XMLStreamException {
    for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
      if (event == CHARACTERS || event == CDATA) {
        readPiece(commas);
      } else if (event == START_ELEMENT) {
        throw new MalformedDataException("Numbers are expected here, not an element.");
      }
    }
    endNumber();
  }

  private void readPiece(boolean commas) {
    char[] text = xml.getTextCharacters();
    int end = xml.getTextStart() + xml.getTextLength();
    for (int i = xml.getTextStart(); i < end; i++) {
      char c = text[i];
      if (c <= ' ') {
        endNumber();
        firstTuple &= ordinates.size() == 0;
      } else if (commas && c == ',') {
        endNumber();
      } else {
        addDigit(c);
      }
    }
  }

  private void addDigit(char c) {
    boolean numeric =
        (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    if (!numeric || length == LONGEST) {
      throw new MalformedDataException(
          "'" + Shortened.text(new String(number, 0, length) + c) + "' is not a coordinate.");
    }
    number[length++] = c;
  }

  private void endNumber() {
    if (length == 0) {
      return;
    }
    budget.spend(ORDINATE);
    ordinates.add(parse());
    length = 0;
    if (firstTuple) {
      tupleSize++;
    }
  }

  private double parse() {
    try {
      double value = NumberInput.parseDouble(number, 0, length, true);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new MalformedDataException(
          "'" + new String(number, 0, length) + "' is not a coordinate.", e);
    }
    throw new MalformedDataException("A coordinate is too large.");
  }
}
