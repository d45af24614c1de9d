package org.drover.wps.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.junit.jupiter.api.Test;

/** What every {@link OutputStore} does. */
public abstract class OutputStoreContract {

  private final Stores stores;
  private final OutputStore outputs;

  protected OutputStoreContract(TestDatabase database) {
    stores = new Stores(database);
    outputs = stores.outputs;
  }

  @Test
  void outputsOfEveryKindComeBackInOrder() {
    Attempt attempt = stores.start();
    StoredOutput literal =
        output(
            attempt.job(),
            "z-literal",
            new OutputValue.Literal("1 × ½ 🗺", LiteralType.STRING, Optional.of("m")));
    StoredOutput box =
        output(
            attempt.job(),
            "a-box",
            new OutputValue.Box(List.of(1.5, -2.0), List.of(3.0, 4.0), "EPSG:4326"));
    StoredOutput file =
        output(
            attempt.job(),
            "m-file.gml",
            new OutputValue.Complex(
                Format.GML32, new Content.InFile(Stores.DATA.resolve("outputs/m-file.gml"), 7)));
    outputs.store(List.of(literal, box, file));

    assertThat(outputs.listOutputs(attempt.job())).containsExactly(literal, box, file);
    assertThat(outputs.findOutput("a-box")).contains(box);
    assertThat(outputs.findOutput("a-box ")).isEmpty();
    assertThat(outputs.listOutputs(JobId.create())).isEmpty();
  }

  @Test
  void bytesComeBackAsTheyWere() {
    Attempt attempt = stores.start();
    byte[] bytes = "naïve\u0000".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    outputs.store(
        List.of(
            output(
                attempt.job(),
                "bytes",
                new OutputValue.Complex(Format.TEXT, new Content.InMemory(bytes)))));
    OutputValue.Complex read =
        (OutputValue.Complex) outputs.findOutput("bytes").orElseThrow().output().value();
    assertThat(((Content.InMemory) read.content()).bytes()).isEqualTo(bytes);
  }

  @Test
  void outputsAreNotStoredWhenTheTransactionFails() {
    Attempt attempt = stores.start();
    try {
      stores.database.inTransaction(
          () -> {
            outputs.store(
                List.of(
                    output(attempt.job(), "lost", new OutputValue.Box(List.of(), List.of(), "x"))));
            throw new IllegalStateException("rolled back");
          });
    } catch (Exception e) {
      assertThat(e).hasMessage("rolled back");
    }
    assertThat(outputs.findOutput("lost")).isEmpty();
  }

  @Test
  void namesThatAreStoredAreTold() {
    Attempt attempt = stores.start();
    outputs.store(
        List.of(output(attempt.job(), "kept", new OutputValue.Box(List.of(), List.of(), "x"))));
    assertThat(outputs.namesAmong(List.of("kept", "orphan"))).containsExactly("kept");
    assertThat(outputs.namesAmong(List.of())).isEmpty();
  }

  @Test
  void bytesOfAnOwnerAreThoseOfOutputsAndInputFiles() {
    Attempt attempt = stores.start();
    assertThat(outputs.bytesOf("otto")).isZero();
    Content file = new Content.InFile(Stores.DATA.resolve("outputs/large"), 5_000_000_000L);
    outputs.store(
        List.of(output(attempt.job(), "large", new OutputValue.Complex(Format.JSON, file))));
    stores.jobs.countInputs(attempt.job(), 7);
    stores.accept("short");

    assertThat(outputs.bytesOf("otto")).isEqualTo(5_000_000_007L);
    assertThat(outputs.bytesOf("ada")).isZero();
  }

  private static StoredOutput output(JobId job, String name, OutputValue value) {
    return new StoredOutput(job, name, new Output("out", OutputRequest.of("out"), value));
  }
}
