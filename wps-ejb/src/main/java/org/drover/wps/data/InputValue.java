package org.drover.wps.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.drover.wps.process.data.Format;

/** One occurrence of an input as received, in the terms of no protocol. */
public sealed interface InputValue {

  /** A single value in lexical form. */
  record Literal(String text, Optional<String> dataType, Optional<String> unit)
      implements InputValue {}

  /** A box as written: ordinates in the axis order of the CRS, which may be left to the default. */
  record Box(List<Double> lower, List<Double> upper, Optional<String> crs, OptionalInt dimensions)
      implements InputValue {
    public Box {
      lower = List.copyOf(lower);
      upper = List.copyOf(upper);
    }
  }

  /**
   * Structured data. The bytes are the data itself: base64 and XML escapes are undone.
   *
   * @param format as declared; see {@link #resolved} once checked
   */
  record Complex(DeclaredFormat format, Content content) implements InputValue {
    /** The same data in a format known to be supported. */
    public Complex resolved(Format supported) {
      return new Complex(DeclaredFormat.of(supported), content);
    }
  }

  /**
   * Data to be fetched.
   *
   * @param href absolute address
   * @param post whether to POST a body instead of GET
   * @param headers HTTP headers to send
   * @param body what to POST
   * @param bodyHref where to fetch what to POST
   * @param format as declared; wins over the media type of the HTTP response
   */
  record Reference(
      String href,
      boolean post,
      List<Header> headers,
      Optional<Content> body,
      Optional<String> bodyHref,
      DeclaredFormat format)
      implements InputValue {
    public Reference {
      headers = List.copyOf(headers);
    }
  }

  /**
   * The members of a group, which have their identifiers from within it.
   *
   * @param inputs in the order received
   */
  record Nested(List<Input> inputs) implements InputValue {
    public Nested {
      inputs = List.copyOf(inputs);
    }
  }

  /** An HTTP header of a reference. */
  record Header(String name, String value) {}
}
