package org.drover.wps.web.ogcapi.describe;

import jakarta.json.JsonObjectBuilder;
import org.drover.wps.process.describe.DataDescription;

/** The schema of one value of an input or output (18-062r2 §8.1, schema.yaml). */
final class DataSchema {

  private DataSchema() {}

  /**
   * The schema.
   *
   * @param valueType what the process gets or gives: tells the kinds of GeoJSON apart
   */
  static JsonObjectBuilder of(DataDescription data, Class<?> valueType) {
    if (data instanceof DataDescription.Literal literal) {
      return new LiteralSchema(literal).write();
    }
    if (data instanceof DataDescription.Box box) {
      return BoxSchema.of(box);
    }
    return FormatSchema.of(((DataDescription.Complex) data).formats(), valueType);
  }
}
