package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.OgcApiClient;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example request in JSON of the processes in the box has results; its folder names it. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class ExamplesIT {

  private static final Path FOLDER = Path.of(System.getProperty("drover.examples"));

  private final OgcApiClient api;

  ExamplesIT(OgcApiClient api) {
    this.api = api;
  }

  static List<Named<Path>> examples() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(it -> it.toString().endsWith(".json"))
          .sorted()
          .map(it -> Named.of(FOLDER.relativize(it).toString(), it))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  @Holds({"D2.1", "D2.3", "D2.7"})
  void anExampleHasResults(Path example) throws IOException {
    String server = api.root().resolve("/").toString().replace("127.0.0.1", "localhost");
    String base = server.substring(0, server.length() - 1);
    String request = Files.readString(example).replace("${base}", base);

    assertThat(api.execute(example.getParent().getFileName().toString(), request).results())
        .isNotEmpty();
  }
}
