package org.drover.wps.client;

import java.util.List;
import org.n52.geoprocessing.wps.client.ExecuteRequestBuilder;
import org.n52.geoprocessing.wps.client.WPSClientSession;
import org.n52.geoprocessing.wps.client.model.ComplexInputDescription;
import org.n52.geoprocessing.wps.client.model.InputDescription;
import org.n52.geoprocessing.wps.client.model.LiteralInputDescription;
import org.n52.geoprocessing.wps.client.model.Process;
import org.n52.geoprocessing.wps.client.model.Result;
import org.n52.geoprocessing.wps.client.model.StatusInfo;
import org.n52.geoprocessing.wps.client.model.execution.Data;

/** Runs buffer through the Java client of 52°North, at once and as a job. */
public final class N52Client {

  private static final String VERSION = "2.0.0";
  private static final String POINT =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
          + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[7.5,51.9]}}]}";

  private static int passed;

  private N52Client() {}

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    WPSClientSession session = WPSClientSession.getInstance();
    check("connects", session.connect(url, VERSION));
    check("lists processes", session.getAllProcessDescriptions(url).size() > 5);

    Process hull = session.getProcessDescription(url, "convex-hull", VERSION);
    check("describes a process", hull.getInputs().size() >= 1);
    check("knows it can be a job", hull.isStatusSupported());
    check("knows references", hull.isReferenceSupported());
    check("reads identifiers", hull.getInputs().get(0).getId().equals("features"));

    Process buffer = buffer();
    check("executes at once", isPolygon(session.execute(url, request(buffer).getExecute(), VERSION)));
    ExecuteRequestBuilder job = request(buffer);
    job.setAsynchronousExecute();
    check("executes as a job", isPolygon(session.execute(url, job.getExecute(), VERSION)));
    System.out.println(passed + " passed");
    System.exit(0); // its HTTP client keeps threads
  }

  /** Its description by hand: the client does not know ows:UOM, which stands in the real one. */
  private static Process buffer() {
    InputDescription features = new ComplexInputDescription();
    features.setId("features");
    InputDescription distance = new LiteralInputDescription();
    distance.setId("distance");
    Process buffer = new Process();
    buffer.setId("buffer");
    buffer.setStatusSupported(true);
    buffer.setInputs(List.of(features, distance));
    return buffer;
  }

  private static ExecuteRequestBuilder request(Process buffer) throws Exception {
    ExecuteRequestBuilder request = new ExecuteRequestBuilder(buffer);
    request.addComplexData("features", POINT, "", "", "application/geo+json");
    request.addLiteralData("distance", "1000", "", "", "text/xml");
    request.setResponseDocument("result", "", "", "application/geo+json");
    return request;
  }

  private static boolean isPolygon(Object answer) {
    System.out.println("got " + answer);
    Result result =
        answer instanceof StatusInfo ? ((StatusInfo) answer).getResult() : (Result) answer;
    List<Data> outputs = result.getOutputs();
    return outputs.size() == 1
        && outputs.get(0).getId().equals("result")
        && outputs.get(0).getValue().toString().contains("\"Polygon\"");
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      System.out.println("failed: " + what);
      System.exit(1);
    }
    passed++;
  }
}
