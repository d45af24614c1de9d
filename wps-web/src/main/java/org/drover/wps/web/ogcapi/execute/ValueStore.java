package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.Spool;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.web.ows.Base64Sink;
import org.drover.wps.web.ows.InputLimits;

/** Where values of a request are kept: few bytes in memory, many in the files of the request. */
final class ValueStore {

  private static final int BUFFER = 1 << 13;

  private final Intake intake;
  private final InputLimits limits;

  ValueStore(Intake intake, InputLimits limits) {
    this.intake = intake;
    this.limits = limits;
  }

  /** Writes bytes. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Whether data of a format stands in JSON as it is. */
  static boolean isJson(Format format) {
    return !format.isBase64() && format.isJson();
  }

  /** Keeps what is written. */
  Content keep(InputDescription input, Writing writing) throws IOException {
    Spool spool = limits.spool(intake.nextFile(), Optional.of(input), input.id());
    try (spool;
        OutputStream out = new BufferedOutputStream(spool, BUFFER)) {
      writing.to(out);
    }
    return limits.kept(spool.content());
  }

  /** Keeps text. */
  Content keep(InputDescription input, String text) throws IOException {
    return keep(input, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Keeps what text stands for in base64; of a long text nothing stays. */
  Content decoded(InputDescription input, Content text) throws IOException {
    Content bytes =
        keep(
            input,
            out -> {
              try (InputStream in = text.open();
                  Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                  Base64Sink sink = new Base64Sink(out, input.id())) {
                reader.transferTo(sink);
              }
            });
    if (text.file().isPresent()) {
      Files.deleteIfExists(text.file().get());
    }
    return bytes;
  }

  /** The text of a long literal. */
  String literal(InputDescription input, Content text) throws IOException {
    if (text.length() > InputLimits.LONGEST_LITERAL) {
      throw new WpsException(
          Fault.SIZE_EXCEEDED,
          input.id(),
          "Input '"
              + input.id()
              + "': a literal has at most "
              + InputLimits.LONGEST_LITERAL
              + " bytes.");
    }
    limits.takeMemory(input.id(), (int) text.length());
    try (InputStream in = text.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void countLiteral(InputDescription input, JsonNode node) {
    limits.takeMemory(input.id(), node.isTextual() ? node.textValue().length() : 1);
  }
}
