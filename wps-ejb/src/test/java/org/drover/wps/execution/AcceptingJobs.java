package org.drover.wps.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.drover.wps.data.Input;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.StoredJson;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.execution.attempt.Attempts;
import org.drover.wps.execution.attempt.JobAccepted;
import org.drover.wps.execution.attempt.Publication;
import org.drover.wps.execution.forecast.Estimates;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.job.JobFolders;

/** What accepts and keeps jobs, on a real database. */
final class AcceptingJobs {

  final Stores stores;
  final JobFolders folders;
  final RecordedEvents<JobAccepted> events = new RecordedEvents<>();
  final StoredRequest requests;
  final Publication publication;
  final Acceptance acceptance;
  final KeptRun keptRun;

  AcceptingJobs(Path data) {
    stores = new Stores(TestDatabase.h2(), data);
    folders = new JobFolders(data);
    requests = Wiring.wire(new StoredRequest(), new StoredJson(data), stores.jobs, folders);
    publication =
        Wiring.wire(new Publication(), folders, stores.outputs, stores.results, stores.jobs);
    Enrolment enrolment =
        Wiring.wire(new Enrolment(), stores.jobs, stores.keys, stores.outbox, publication);
    Forecasts forecasts = Attempts.forecasts(stores);
    acceptance =
        Wiring.wire(
            new Acceptance(),
            enrolment,
            new Estimates(),
            forecasts,
            Wiring.wire(
                new QueueRoom(),
                stores.queues,
                forecasts,
                Wiring.wire(new OwnerQuota(), stores.queues, forecasts)),
            requests,
            folders,
            events);
    keptRun = Wiring.wire(new KeptRun(), publication, enrolment, requests, folders);
  }

  RequestFolder newFolder() {
    return new RequestFolder(folders.newIncoming());
  }

  static ExecuteRequest request(Mode mode, OutputRequest... outputs) {
    return new ExecuteRequest("echo", List.<Input>of(), List.of(outputs), mode, false, Map.of());
  }
}
