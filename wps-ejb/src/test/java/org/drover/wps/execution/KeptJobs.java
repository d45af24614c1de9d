package org.drover.wps.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.drover.wps.data.Content;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.execution.attempt.Attempts;
import org.drover.wps.execution.attempt.Publication;
import org.drover.wps.execution.attempt.RunningAttempts;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.execution.request.Sources;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.execution.request.StoredResults;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;

/** Finished jobs with their files, as the beans of the server keep them. */
final class KeptJobs {

  static final Caller ADA = new Caller("ada", Set.of());
  static final Caller BOB = new Caller("bob", Set.of());

  final Stores stores;
  final JobFolders folders;
  final GetStatus status;
  final KeptRun keptRun;
  final StoredResults results;
  final Reuse reuse;

  KeptJobs(Path data) {
    stores = new Stores(TestDatabase.h2(), data);
    folders = new JobFolders(data);
    Publication publication =
        Wiring.wire(new Publication(), folders, stores.outputs, stores.results, stores.jobs);
    Enrolment enrolment =
        Wiring.wire(new Enrolment(), stores.jobs, stores.keys, stores.outbox, publication);
    StoredRequest requests =
        Wiring.wire(new StoredRequest(), new StoredJson(data), stores.jobs, folders);
    keptRun = Wiring.wire(new KeptRun(), publication, enrolment, requests, folders);
    status =
        Wiring.wire(
            new GetStatus(),
            stores.jobs,
            Wiring.wire(new JobAccess(), stores.jobs),
            new RunningAttempts(),
            Attempts.forecasts(stores),
            Wiring.wire(new FinishedOutputs(), stores.outputs),
            new Attempts(stores, data),
            requests);
    results = Wiring.wire(new StoredResults(), new Fetcher(), stores.results, stores.outputs);
    reuse = Wiring.wire(new Reuse(), results, keptRun, status, folders);
  }

  static ProcessDescription process(String version, boolean deterministic) {
    return ProcessDescription.of("echo", version)
        .literalInput("in", "In", LiteralType.STRING)
        .complexOutput("out", "Out", ComplexData.class, List.of(Format.JSON))
        .deterministic(deterministic)
        .build();
  }

  static final ProcessDescription PROCESS = process("1.0.0", true);

  static ExecuteRequest request(String input) {
    return new ExecuteRequest(
        "echo",
        List.of(Input.of("in", new InputValue.Literal(input, Optional.empty(), Optional.empty()))),
        List.of(),
        Mode.ASYNC,
        false,
        Map.of());
  }

  /** Keeps the result of a run. */
  JobId keep(ExecuteRequest request, Caller caller, String text) throws IOException {
    Path file = folders.newIncoming().resolve("output-0");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Content content = new Content.InFile(file, text.length());
    Output output =
        new Output("out", OutputRequest.of("out"), new OutputValue.Complex(Format.JSON, content));
    return keptRun.keep(
        PROCESS,
        request,
        caller,
        intake(),
        new KeptRun.Kept(List.of(output), StoredResults.key(PROCESS, request, new Sources()), ""));
  }

  RequestFolder intake() {
    return new RequestFolder(folders.root().resolve("intake-" + UUID.randomUUID()));
  }

  static Path file(Output output) {
    return ((OutputValue.Complex) output.value()).content().file().orElseThrow();
  }
}
