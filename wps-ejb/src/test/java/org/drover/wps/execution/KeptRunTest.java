package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptRunTest {

  private static final ProcessDescription ECHO =
      ProcessDescription.of("echo", "1.0.0")
          .literalOutput("out", "Out", LiteralType.STRING)
          .build();

  @TempDir private Path data;
  private AcceptingJobs jobs;

  @BeforeEach
  void wire() {
    jobs = new AcceptingJobs(data);
  }

  private JobId keep(RequestFolder folder, Output... outputs) {
    return jobs.keptRun.keep(
        ECHO,
        AcceptingJobs.request(Mode.SYNC),
        Caller.anonymous(Set.of(Roles.USE)),
        folder,
        new KeptRun.Kept(List.of(outputs), Optional.empty(), ""));
  }

  @Test
  void aKeptRunIsAJobThatHasSucceeded() {
    JobId id = keep(jobs.newFolder(), literal("a"), literal("b"));
    assertThat(jobs.stores.get(id).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(jobs.stores.get(id).expires()).isPresent();
    assertThat(jobs.stores.outputs.listOutputs(id))
        .extracting(it -> it.output().value())
        .containsExactly(literal("a").value(), literal("b").value());
    assertThat(jobs.stores.events.list(id))
        .extracting(it -> it.change().to())
        .containsExactly(JobStatus.ACCEPTED, JobStatus.RUNNING, JobStatus.SUCCEEDED);
  }

  private static Output literal(String text) {
    return new Output(
        "out",
        OutputRequest.of("out"),
        new OutputValue.Literal(text, LiteralType.STRING, Optional.empty()));
  }

  @Test
  void theFilesOfItsOutputsAreMovedToWhereTheyAreServedFrom() throws IOException {
    Path made = write(data.resolve("run/made.json"));
    JobId id =
        keep(
            jobs.newFolder(),
            new Output(
                "out",
                OutputRequest.of("out"),
                new OutputValue.Complex(Format.JSON, new Content.InFile(made, 1))));

    StoredOutput stored = jobs.stores.outputs.listOutputs(id).get(0);
    assertThat(jobs.folders.outputs().resolve(stored.name())).hasContent("x");
    assertThat(stored.name()).endsWith(".json");
    assertThat(made).doesNotExist();
  }

  @Test
  void itsInputsStayToBeShownAsLineage() throws IOException {
    RequestFolder folder = jobs.newFolder();
    Path input = write(folder.nextFile());
    JobId id = keep(folder);
    assertThat(jobs.folders.inputs(id).resolve(input.getFileName())).hasContent("x");
  }

  private static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }
}
