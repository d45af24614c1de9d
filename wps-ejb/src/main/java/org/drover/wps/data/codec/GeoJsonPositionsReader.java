package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Reads the {@code coordinates} of a geometry whose type may come later. */
final class GeoJsonPositionsReader {

  private static final int DEEPEST = 4;

  private final JsonParser parser;
  private final FeatureBudget budget;

  GeoJsonPositionsReader(JsonParser parser, FeatureBudget budget) {
    this.parser = parser;
    this.budget = budget;
  }

  /** Reads an array; its first bracket is the parser's current token. */
  GeoJsonPositions read() throws IOException {
    return read(DEEPEST);
  }

  private GeoJsonPositions read(int deepest) throws IOException {
    if (deepest == 0) {
      throw new MalformedDataException("The coordinates are nested too deep.");
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedDataException("The coordinates are not arrays of numbers.");
    }
    budget.spend(FeatureBudget.VALUE);
    JsonToken first = parser.nextToken();
    if (first == JsonToken.END_ARRAY) {
      return GeoJsonPositions.empty();
    }
    if (first.isNumeric()) {
      return GeoJsonPositions.position(readPosition());
    }
    GeoJsonPositions member = read(deepest - 1);
    Optional<Coordinate> position = member.findPosition();
    return position.isPresent() ? readList(position.get()) : readNested(member, deepest);
  }

  private GeoJsonPositions readList(Coordinate first) throws IOException {
    List<Coordinate> all = new ArrayList<>();
    all.add(first);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_ARRAY || !parser.nextToken().isNumeric()) {
        throw new MalformedDataException("A position is an array of two or three numbers.");
      }
      all.add(readPosition());
    }
    return GeoJsonPositions.list(all);
  }

  private GeoJsonPositions readNested(GeoJsonPositions first, int deepest) throws IOException {
    List<GeoJsonPositions> all = new ArrayList<>();
    all.add(first);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      all.add(read(deepest - 1));
    }
    return GeoJsonPositions.nested(all);
  }

  /** Reads numbers up to the bracket; the first is the parser's current token. */
  private Coordinate readPosition() throws IOException {
    budget.spend(FeatureBudget.POSITION);
    double x = readNumber();
    if (!parser.nextToken().isNumeric()) {
      throw new MalformedDataException("A position has at least two numbers.");
    }
    double y = readNumber();
    double z = Coordinate.NULL_ORDINATE;
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      z = readNumber();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        readNumber();
      }
    }
    return new Coordinate(x, y, z);
  }

  private double readNumber() throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw new MalformedDataException("A position holds numbers only.");
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new MalformedDataException("A coordinate is too large.");
    }
    return value;
  }
}
