package org.drover.wps.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drover.wps.it.soap.Envelopes;

/**
 * A request a server answers well; mutations are made of these.
 *
 * @param method of HTTP
 * @param target path and query
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record GoodRequest(String method, String target, Map<String, String> headers, byte[] body) {

  private static final String XML = "text/xml; charset=UTF-8";
  private static final String WPS10 =
      "xmlns:wps='http://www.opengis.net/wps/1.0.0' xmlns:ows='http://www.opengis.net/ows/1.1'"
          + " xmlns:xlink='http://www.w3.org/1999/xlink' service='WPS' version='1.0.0'";
  private static final String WPS20 =
      "xmlns:wps='http://www.opengis.net/wps/2.0' xmlns:ows='http://www.opengis.net/ows/2.0'"
          + " xmlns:xlink='http://www.w3.org/1999/xlink' service='WPS' version='2.0.0'";
  private static final String ECHO = "org.n52.javaps.test.EchoProcess";

  boolean hasBody() {
    return body.length > 0;
  }

  GoodRequest to(String otherTarget) {
    return new GoodRequest(method, otherTarget, headers, body);
  }

  GoodRequest with(Map<String, String> otherHeaders) {
    return new GoodRequest(method, target, otherHeaders, body);
  }

  GoodRequest with(byte[] otherBody) {
    return new GoodRequest(method, target, headers, otherBody);
  }

  private static GoodRequest get(String target) {
    return new GoodRequest("GET", target, Map.of(), new byte[0]);
  }

  private static GoodRequest post(String target, String type, String body) {
    return of("POST", target, Map.of("Content-Type", type), body);
  }

  private static GoodRequest of(
      String method, String target, Map<String, String> headers, String body) {
    return new GoodRequest(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Those of all protocols. */
  static List<GoodRequest> all() {
    List<GoodRequest> all = new ArrayList<>();
    kvp(all);
    xml10(all);
    soap(all);
    xml20(all);
    json(all);
    jobs(all);
    pages(all);
    return all;
  }

  private static void kvp(List<GoodRequest> all) {
    String wps = "/wps?service=WPS&version=1.0.0&request=";
    all.add(get(wps + "DescribeProcess&identifier=echo"));
    all.add(get(wps + "Execute&identifier=echo&DataInputs=text=hello;number=3@uom=km"));
    all.add(
        get(
            wps
                + "Execute&identifier=echo&DataInputs=box=46,102,47,103,EPSG:4326,2"
                + "&ResponseDocument=box@asReference=false&lineage=true"));
    all.add(
        get(
            wps
                + "Execute&identifier=area-length&DataInputs=features="
                + "%7B%22type%22:%22Point%22,%22coordinates%22:%5B1,2%5D%7D"
                + "@mimeType=application/geo%2Bjson"));
    all.add(get("/wps/1.0.0/status?id=00000000-0000-4000-8000-000000000001"));
    all.add(get("/wps?service=WPS&version=2.0.0&request=DescribeProcess&identifier=" + ECHO));
    all.add(
        get("/wps?service=WPS&version=2.0.0&request=GetStatus&jobid=00000000-0000-4000-8000-1"));
  }

  private static void xml10(List<GoodRequest> all) {
    all.add(
        post(
            "/wps",
            XML,
            "<?xml version='1.0' encoding='UTF-8'?><wps:DescribeProcess "
                + WPS10
                + "><ows:Identifier>wait</ows:Identifier></wps:DescribeProcess>"));
    all.add(
        post(
            "/wps/1.0.0",
            XML,
            "<wps:Execute "
                + WPS10
                + "><ows:Identifier>echo</ows:Identifier><wps:DataInputs><wps:Input>"
                + "<ows:Identifier>number</ows:Identifier><wps:Data><wps:LiteralData uom='km'"
                + " dataType='xs:double'>3.5</wps:LiteralData></wps:Data></wps:Input><wps:Input>"
                + "<ows:Identifier>data</ows:Identifier><wps:Data><wps:ComplexData"
                + " mimeType='text/xml'><a b='c'>d<e/></a></wps:ComplexData></wps:Data>"
                + "</wps:Input><wps:Input><ows:Identifier>box</ows:Identifier><wps:Data>"
                + "<wps:BoundingBoxData ows:crs='EPSG:4326' dimensions='2'><ows:LowerCorner>46 102"
                + "</ows:LowerCorner><ows:UpperCorner>47 103</ows:UpperCorner>"
                + "</wps:BoundingBoxData></wps:Data></wps:Input></wps:DataInputs>"
                + "<wps:ResponseForm><wps:ResponseDocument lineage='true'><wps:Output>"
                + "<ows:Identifier>box</ows:Identifier></wps:Output><wps:Output>"
                + "<ows:Identifier>data</ows:Identifier></wps:Output></wps:ResponseDocument>"
                + "</wps:ResponseForm></wps:Execute>"));
    all.add(
        post(
            "/wps",
            XML,
            "<wps:Execute "
                + WPS10
                + "><ows:Identifier>centroid</ows:Identifier><wps:DataInputs><wps:Input>"
                + "<ows:Identifier>features</ows:Identifier><wps:Data><wps:ComplexData"
                + " mimeType='application/gml+xml; version=3.2'><gml:Polygon gml:id='p'"
                + " xmlns:gml='http://www.opengis.net/gml/3.2' srsName='EPSG:25832'><gml:exterior>"
                + "<gml:LinearRing><gml:posList>0 0 4 0 4 4 0 0</gml:posList></gml:LinearRing>"
                + "</gml:exterior></gml:Polygon></wps:ComplexData></wps:Data></wps:Input>"
                + "</wps:DataInputs></wps:Execute>"));
    all.add(
        post(
            "/wps",
            XML,
            "<wps:Execute "
                + WPS10
                + "><ows:Identifier>conformance-echo</ows:Identifier><wps:DataInputs><wps:Input>"
                + "<ows:Identifier>numbers</ows:Identifier><wps:Data><wps:ComplexData"
                + " mimeType='application/json'>[1, 2, 3]</wps:ComplexData></wps:Data></wps:Input>"
                + "<wps:Input><ows:Identifier>image</ows:Identifier><wps:Data><wps:ComplexData"
                + " mimeType='image/tiff' encoding='base64'>SUkqAA==</wps:ComplexData></wps:Data>"
                + "</wps:Input></wps:DataInputs></wps:Execute>"));
  }

  private static void soap(List<GoodRequest> all) {
    String echo = Envelopes.echo("hello", "");
    all.add(
        post(
            "/wps",
            "application/soap+xml; charset=UTF-8",
            Envelopes.of("http://www.w3.org/2003/05/soap-envelope", echo)));
    all.add(post("/wps", XML, Envelopes.of("http://schemas.xmlsoap.org/soap/envelope/", echo)));
  }

  private static void xml20(List<GoodRequest> all) {
    all.add(
        post(
            "/wps",
            XML,
            "<wps:Execute "
                + WPS20
                + " mode='sync' response='document'><ows:Identifier>"
                + ECHO
                + "</ows:Identifier><wps:Input id='literalInput'><wps:Data mimeType='text/xml'>"
                + "<wps:LiteralValue>hello</wps:LiteralValue></wps:Data></wps:Input>"
                + "<wps:Input id='complexInput'><wps:Data><a>b</a></wps:Data></wps:Input>"
                + "<wps:Output id='literalOutput' transmission='value'/></wps:Execute>"));
    all.add(
        post(
            "/wps",
            XML,
            "<wps:Execute "
                + WPS20
                + " mode='sync' response='document'><ows:Identifier>select-features"
                + "</ows:Identifier><wps:Input id='features'><wps:Data"
                + " mimeType='application/geo+json'>{\"type\":\"FeatureCollection\","
                + "\"features\":[]}</wps:Data></wps:Input><wps:Input id='conditions'><wps:Input"
                + " id='property'><wps:Data>name</wps:Data></wps:Input><wps:Input id='comparison'>"
                + "<wps:Data>PRESENT</wps:Data></wps:Input></wps:Input><wps:Output id='counts'>"
                + "<wps:Output id='selected' transmission='value'/></wps:Output></wps:Execute>"));
    all.add(
        post(
            "/wps",
            XML,
            "<wps:DescribeProcess "
                + WPS20
                + "><ows:Identifier>echo</ows:Identifier></wps:DescribeProcess>"));
  }

  private static void json(List<GoodRequest> all) {
    String type = "application/json";
    all.add(
        post(
            "/ogcapi/processes/conformance-echo/execution",
            type,
            "{\"inputs\":{\"text\":\"hello\",\"numbers\":[1,2,3],\"object\":{\"value\":"
                + "{\"name\":\"n\",\"size\":1.5}},\"box\":{\"bbox\":[7,51,8,52]},"
                + "\"image\":{\"value\":\"SUkqAA==\",\"mediaType\":\"image/tiff\"},"
                + "\"either\":\"x\"},\"outputs\":{\"text\":{},\"box\":{"
                + "\"transmissionMode\":\"value\"}},\"response\":\"document\"}"));
    all.add(
        post(
            "/ogcapi/processes/select-features/execution",
            type,
            "{\"inputs\":{\"features\":{\"value\":{\"type\":\"FeatureCollection\","
                + "\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1},"
                + "\"geometry\":null}]}},\"conditions\":[{\"property\":\"a\",\"value\":"
                + "\"1\"}]},\"response\":\"document\"}"));
    all.add(
        post(
            "/ogcapi/processes?w=a",
            "application/ogcapppkg+json",
            "{\"processDescription\":{\"id\":\"a\"},\"executionUnit\":{\"type\":\"docker\","
                + "\"image\":\"debian\",\"command\":[\"true\"]}}")); // refused: nobody logged in
    all.add(get("/ogcapi/jobs?limit=3&status=failed,running&minDuration=1"));
    all.add(get("/ogcapi/processes?limit=5"));
  }

  private static void jobs(List<GoodRequest> all) {
    String json = "application/json";
    String unknown = "/ogcapi/jobs/00000000-0000-4000-8000-000000000001";
    all.add(
        of(
            "POST",
            "/ogcapi/processes/echo/execution",
            Map.of("Content-Type", json, "Prefer", "respond-async, return=minimal"),
            "{\"inputs\":{\"text\":{\"value\":\"hello\"},\"number\":{\"value\":3,\"uom\":\"km\"}},"
                + "\"outputs\":{\"text\":{\"format\":{\"mediaType\":\"text/plain\"}}}}"));
    all.add(of("PATCH", unknown, Map.of("Content-Type", json), "{\"paused\":true,\"why\":\"x\"}"));
    all.add(of("DELETE", unknown, Map.of(), ""));
    all.add(get(unknown + "/results?outputs=a,b"));
    all.add(get("/ogcapi/jobs?datetime=2026-11-21T12:00:00Z/..&processID=echo&type=process"));
  }

  private static void pages(List<GoodRequest> all) {
    all.add(get("/ogcapi/processes/echo?f=html"));
    all.add(get("/ogcapi/api?f=json"));
    all.add(get("/ogcapi/jobs").with(Map.of("Accept", "text/html, application/json;q=0.9")));
  }
}
