package org.drover.wps.web.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.job.JobId;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.data.Format;
import org.drover.wps.web.ows.FakeHttp;
import org.junit.jupiter.api.Test;

class FileServletTest {

  private static final StoredOutput STORED =
      new StoredOutput(
          JobId.create(),
          "abc.geojson",
          new Output(
              "result",
              OutputRequest.of("result"),
              new OutputValue.Complex(
                  Format.GEOJSON, new Content.InMemory("0123456789".getBytes(UTF_8)))));

  private static final FileServlet ONE =
      new FileServlet() {
        private static final long serialVersionUID = 1L;

        @Override
        Optional<Served> find(String name, HttpServletRequest request) {
          return name.equals("abc.geojson")
              ? Optional.of(OutputServlet.served(STORED))
              : Optional.empty();
        }
      };

  private static FakeHttp send(FileServlet servlet, FakeHttp http) throws IOException {
    servlet.service(http.request(), http.response());
    return http;
  }

  private static FakeHttp get() {
    return FakeHttp.get("/abc.geojson", null);
  }

  @Test
  void aFileHasItsTypeLengthTagAndName() throws IOException {
    FakeHttp http = send(ONE, get());
    assertThat(http.text()).isEqualTo("0123456789");
    assertThat(http.responseHeaders)
        .containsEntry("Content-Type", "application/geo+json")
        .containsEntry("Content-Length", "10")
        .containsEntry("ETag", "\"abc.geojson\"")
        .containsEntry("Accept-Ranges", "bytes")
        .containsEntry("Content-Disposition", "inline; filename=\"result.geojson\"");
  }

  @Test
  void headTellsTheSameWithoutTheBytes() throws IOException {
    FakeHttp http = get();
    http.method = "HEAD";
    send(ONE, http);
    assertThat(http.text()).isEmpty();
    assertThat(http.responseHeaders).containsEntry("Content-Length", "10");
  }

  @Test
  void aRangeIsAPart() throws IOException {
    FakeHttp http = send(ONE, get().with("Range", "bytes=2-4"));
    assertThat(http.status).isEqualTo(206);
    assertThat(http.text()).isEqualTo("234");
    assertThat(http.responseHeaders)
        .containsEntry("Content-Range", "bytes 2-4/10")
        .containsEntry("Content-Length", "3");
  }

  @Test
  void aRangeOfAnotherFileIsTheWhole() throws IOException {
    FakeHttp other = get().with("Range", "bytes=2-4").with("If-Range", "\"other\"");
    assertThat(send(ONE, other).text()).isEqualTo("0123456789");
    FakeHttp same = get().with("Range", "bytes=2-4").with("If-Range", "\"abc.geojson\"");
    assertThat(send(ONE, same).status).isEqualTo(206);
  }

  @Test
  void aRangeBehindTheEndCannotBe() throws IOException {
    FakeHttp http = send(ONE, get().with("Range", "bytes=10-"));
    assertThat(http.status).isEqualTo(416);
    assertThat(http.responseHeaders).containsEntry("Content-Range", "bytes */10");
  }

  @Test
  void aKnownTagSavesTheTransfer() throws IOException {
    FakeHttp http = send(ONE, get().with("If-None-Match", "\"x\", W/\"abc.geojson\""));
    assertThat(http.status).isEqualTo(304);
    assertThat(http.text()).isEmpty();
  }

  @Test
  void otherNamesAndMethodsAreRefused() throws IOException {
    assertThat(send(ONE, FakeHttp.get("/other", null)).status).isEqualTo(404);
    FakeHttp delete = get();
    delete.method = "DELETE";
    assertThat(send(ONE, delete).status).isEqualTo(405);
    assertThat(delete.responseHeaders).containsEntry("Allow", "GET, HEAD, OPTIONS");
  }

  @Test
  void samplesComeFromTheClassPathAndNowhereElse() throws IOException {
    SampleServlet samples = new SampleServlet();
    FakeHttp http = send(samples, FakeHttp.get("/point.geojson", null));
    assertThat(http.text()).contains("\"Point\"");
    assertThat(http.responseHeaders)
        .containsEntry("Content-Type", "application/geo+json")
        .containsKey("ETag");
    for (String name : new String[] {"/", "/..", "/../samples/point.geojson", "/none.txt"}) {
      assertThat(send(samples, FakeHttp.get(name, null)).status).as(name).isEqualTo(404);
    }
  }
}
