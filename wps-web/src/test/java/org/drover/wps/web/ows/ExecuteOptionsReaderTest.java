package org.drover.wps.web.ows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteOptions.ClientKey;
import org.drover.wps.outbox.JobLinks;
import org.drover.wps.outbox.Occasion;
import org.drover.wps.outbox.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecuteOptionsReaderTest {

  private static final JobLinks LINKS =
      new JobLinks("https://wps.example.org/status?id={job}", "https://wps.example.org/result");

  private final FakeHttp http = FakeHttp.post("", "<x/>");

  private ExecuteOptions read() {
    return new ExecuteOptionsReader(http.request(), LINKS).read();
  }

  @Test
  void aPlainRequestHasNone() {
    assertThat(read()).isEqualTo(ExecuteOptions.NONE);
  }

  @ParameterizedTest
  @CsvSource({"8e03978e-40d5,8e03978e-40d5", "\"8e03\",8e03", "a'b,a'b"})
  void aKeyCountsWithoutItsQuotationMarks(String header, String key) {
    http.with("Idempotency-Key", header);
    assertThat(read().key()).contains(ClientKey.of(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "\"\""})
  void aKeyThatIsNoneIsRefusedByName(String header) {
    http.with("Idempotency-Key", header.equals("\"\"") ? "x".repeat(256) : header);
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            OwsException.class, e -> assertThat(e.error().locator()).contains("Idempotency-Key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|-|true",
        "no-cache|-|false",
        "max-age=0, No-Cache|-|false",
        "max-age=0|-|true",
        "-|reuse=false|false",
        "-|reuse=true|true",
        "no-cache|reuse=true|false"
      })
  void aClientMayWantAFreshResult(String cacheControl, String query, boolean reuse) {
    if (cacheControl != null) {
      http.with("Cache-Control", cacheControl);
    }
    http.query = query;
    assertThat(read().reuse()).isEqualTo(reuse);
  }

  @Test
  void whoIsToBeToldHearsOfEitherEndWithALinkToTheStatus() {
    http.query = "notify=mailto:a%40b.org&Notify=https://x/?a=1%26b=2&notify=mailto:a%40b.org";
    assertThat(read().subscriptions())
        .containsExactly(
            new Subscription("mailto:a@b.org", Occasion.SUCCEEDED, LINKS),
            new Subscription("mailto:a@b.org", Occasion.FAILED, LINKS),
            new Subscription("https://x/?a=1&b=2", Occasion.SUCCEEDED, LINKS),
            new Subscription("https://x/?a=1&b=2", Occasion.FAILED, LINKS));
  }
}
