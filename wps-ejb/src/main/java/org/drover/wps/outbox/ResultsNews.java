package org.drover.wps.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.json.ResultsJson;
import org.drover.wps.output.StoredOutput;

/** The results of a job as a message: small ones themselves, large ones by their addresses. */
final class ResultsNews {

  private static final int SMALL = 1 << 16;

  private ResultsNews() {}

  /** The document (18-062r2, results.yaml). */
  static String json(List<StoredOutput> outputs, JobLinks links) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ResultsJson.write(json, outputs.stream().map(it -> entry(it, links)).toList());
    return json.toString(StandardCharsets.UTF_8);
  }

  private static ResultsJson.Entry entry(StoredOutput stored, JobLinks links) {
    String id = stored.output().id();
    OutputValue value = stored.output().value();
    if (value instanceof OutputValue.Complex complex
        && (stored.output().request().asReference() || complex.content().length() > SMALL)) {
      String name = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
      return new ResultsJson.Reference(
          id, links.result() + "/" + name, complex.format().mediaType());
    }
    return new ResultsJson.Value(id, value, false);
  }
}
