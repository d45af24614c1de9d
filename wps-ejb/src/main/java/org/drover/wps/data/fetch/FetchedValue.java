package org.drover.wps.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.FormatMatch;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.codec.BoxXml;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;

/** What a response is for an input: its format, or its text. */
final class FetchedValue {

  /** Literals and boxes are short; what is longer is something else. */
  static final int LONGEST_TEXT = 1 << 16;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);

  private final InputDescription input;
  private final Optional<String> mediaType;

  FetchedValue(InputDescription input, Optional<String> mediaType) {
    this.input = input;
    this.mediaType = mediaType;
  }

  /** The request's own word on the format wins, then the response's, then the default. */
  InputValue of(DeclaredFormat declared, Content content) throws IOException {
    if (input.data() instanceof DataDescription.Complex complex) {
      Format format =
          (declared.isNone()
                  ? FormatMatch.resolveFetched(complex.formats(), mediaType)
                  : FormatMatch.resolve(complex.formats(), declared))
              .orElseThrow(() -> unsupported(complex));
      return new InputValue.Complex(DeclaredFormat.of(format), content);
    }
    String text = text(content);
    return input.data() instanceof DataDescription.Box && text.startsWith("<")
        ? box(content)
        : new InputValue.Literal(text, Optional.empty(), Optional.empty());
  }

  private WpsException unsupported(DataDescription.Complex complex) {
    return new WpsException(
        Fault.UNSUPPORTED_FORMAT,
        input.id(),
        "Input '"
            + input.id()
            + "': what was fetched is in a format that is not supported. Reference data in one of: "
            + FormatMatch.list(complex.formats())
            + "; or declare its format in the request.");
  }

  /** The whole text, without the white space around it: files end with a line break. */
  private String text(Content content) throws IOException {
    try (InputStream in = content.open()) {
      String text = new String(in.readNBytes(LONGEST_TEXT), charset());
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
    }
  }

  private InputValue.Box box(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return BoxXml.read(in);
    } catch (MalformedDataException e) {
      throw new WpsException(
          Fault.INVALID_INPUT, input.id(), "Input '" + input.id() + "': " + e.getMessage(), e);
    }
  }

  private Charset charset() {
    Matcher matcher = CHARSET.matcher(mediaType.orElse(""));
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      // A charset unknown here: UTF-8 is the best guess there is.
      return StandardCharsets.UTF_8;
    }
  }
}
