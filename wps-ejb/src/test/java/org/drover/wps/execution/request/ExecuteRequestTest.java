package org.drover.wps.execution.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.drover.wps.data.StoredJson;
import org.junit.jupiter.api.Test;

final class ExecuteRequestTest {

  /** Rows and fingerprints of earlier versions hold this very text. */
  @Test
  void theStoredFormIsThatOfEarlierVersions() {
    ExecuteRequest request =
        new ExecuteRequest("echo", List.of(), List.of(), Mode.ASYNC, false, Map.of());
    assertThat(new StoredJson(Path.of("data")).write(request))
        .isEqualTo(
            "{\"process\":\"echo\",\"inputs\":[],\"outputs\":[],\"mode\":\"ASYNC\",\"raw\":false,"
                + "\"notes\":{},\"options\":{\"key\":null,\"reuse\":true,\"subscriptions\":[]}}");
  }
}
