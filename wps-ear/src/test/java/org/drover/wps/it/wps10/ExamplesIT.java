package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example request of the processes in the box does what it says. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class ExamplesIT {

  private static final Path FOLDER = Path.of(System.getProperty("drover.examples"));

  private final WpsClient wps;

  ExamplesIT(WpsClient wps) {
    this.wps = wps;
  }

  static List<Named<Path>> examples() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(it -> it.toString().endsWith(".xml"))
          .sorted()
          .map(it -> Named.of(FOLDER.relativize(it).toString(), it))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  @Holds({"B5.1", "B5.7", "B6.1", "B6.3"})
  void anExampleSucceeds(Path example) throws IOException {
    String base = wps.base().toString().replace("127.0.0.1", "localhost");
    String request = Files.readString(example).replace("${base}", base);
    Answer answer = wps.post(request);

    if (request.contains("RawDataOutput")) {
      assertThat(answer.bare().body()).isNotEmpty();
    } else if (request.contains("storeExecuteResponse=\"true\"")) {
      JobClient.of(wps, answer).awaitEnd().succeeded();
    } else {
      assertThat(answer.succeeded().count("//wps:Output")).isPositive();
    }
  }
}
