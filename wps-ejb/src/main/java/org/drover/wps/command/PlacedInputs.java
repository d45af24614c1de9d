package org.drover.wps.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.codec.LiteralCodec;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/** Puts the inputs of a run where its program can read them, and tells what placeholders mean. */
final class PlacedInputs {

  private static final int LONGEST = 32_000;

  private final FormatTraits formats;
  private final Path spare;
  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<String, Path> files = new HashMap<>();

  /**
   * @param spare folder for data that lies in no file yet
   */
  PlacedInputs(FormatTraits formats, Path spare) {
    this.formats = formats;
    this.spare = spare;
  }

  /** What placeholders of inputs stand for; one text for each occurrence. */
  Map<String, List<String>> texts() {
    return texts;
  }

  /** The data, by the name it has in the work folder. */
  Map<String, Path> files() {
    return files;
  }

  /**
   * Takes all occurrences of an input.
   *
   * @throws InvalidInputException if a value cannot be an argument
   */
  void place(InputDescription input, List<Object> values) throws IOException {
    int no = 0;
    for (Object value : values) {
      if (value instanceof ComplexData data) {
        no++;
        placeData(input, data, input.maxOccurs() > 1 ? "-" + no : "");
      } else if (value instanceof BoundingBox box) {
        placeBox(input.id(), box);
      } else if (input.data() instanceof DataDescription.Literal literal) {
        add(input.id(), checked(input.id(), LiteralCodec.format(literal.type(), value)));
      }
    }
  }

  private void placeData(InputDescription input, ComplexData data, String number)
      throws IOException {
    String name = input.id() + number + formats.ending(input.id(), data.format());
    Optional<Path> file = data.findFile();
    files.put("in/" + name, file.isPresent() ? file.get() : copy(data, spare.resolve(name)));
    add(input.id() + ".path", "in/" + name);
    add(input.id() + ".format", formats.name(input.id(), data.format()));
  }

  private static Path copy(ComplexData data, Path to) throws IOException {
    if (!Files.exists(to)) { // a program under way may be reading it
      Path draft = to.resolveSibling(to.getFileName() + ".draft");
      try (InputStream in = data.open()) {
        Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE);
    }
    return to;
  }

  private void placeBox(String id, BoundingBox box) {
    add(id + ".minx", Double.toString(box.lower().get(0)));
    add(id + ".miny", Double.toString(box.lower().get(1)));
    add(id + ".maxx", Double.toString(box.upper().get(0)));
    add(id + ".maxy", Double.toString(box.upper().get(1)));
    add(id + ".crs", checked(id, box.crs()));
  }

  private void add(String placeholder, String text) {
    texts.computeIfAbsent(placeholder, key -> new ArrayList<>()).add(text);
  }

  /** No program expects control characters, and some read more into them than was meant. */
  private static String checked(String id, String text) {
    if (text.length() > LONGEST) {
      throw new InvalidInputException(
          id, "The value of '" + id + "' is longer than " + LONGEST + " characters.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          id, "The value of '" + id + "' must not have line breaks or other control characters.");
    }
    return text;
  }
}
