package org.drover.wps.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.drover.wps.catalogue.CatalogueStore;
import org.drover.wps.catalogue.jpa.JpaCatalogueStore;
import org.drover.wps.data.StoredJson;
import org.drover.wps.deploy.PackageStore;
import org.drover.wps.deploy.jpa.JpaPackageStore;
import org.drover.wps.execution.outside.TaskStore;
import org.drover.wps.execution.outside.jpa.JpaTaskStore;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.IdempotencyStore;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobList;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.JobTerms;
import org.drover.wps.job.NewJob;
import org.drover.wps.job.PartStore;
import org.drover.wps.job.jpa.JpaIdempotencyStore;
import org.drover.wps.job.jpa.JpaJobControl;
import org.drover.wps.job.jpa.JpaJobEvents;
import org.drover.wps.job.jpa.JpaJobList;
import org.drover.wps.job.jpa.JpaJobStore;
import org.drover.wps.job.jpa.JpaPartStore;
import org.drover.wps.node.NodeStore;
import org.drover.wps.node.jpa.JpaNodeStore;
import org.drover.wps.outbox.OutboxStore;
import org.drover.wps.outbox.jpa.JpaOutboxStore;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.ResultKeyStore;
import org.drover.wps.output.jpa.JpaOutputStore;
import org.drover.wps.output.jpa.JpaResultKeyStore;
import org.drover.wps.process.describe.Limits;
import org.drover.wps.queue.Leases;
import org.drover.wps.queue.QueueReport;
import org.drover.wps.queue.QueueStore;
import org.drover.wps.queue.jpa.JdbcLeases;
import org.drover.wps.queue.jpa.JpaQueueReport;
import org.drover.wps.queue.jpa.JpaQueueStore;

/** The stores on an empty test database, and short words for what tests do with jobs. */
public final class Stores {

  public static final Duration LEASE = Duration.ofSeconds(15);
  public static final Path DATA = Path.of("/data");

  public final TestDatabase database;
  public final JobStore jobs;
  public final PartStore parts;
  public final QueueStore queues;
  public final Leases leases;
  public final OutputStore outputs;
  public final CatalogueStore catalogue;
  public final NodeStore nodes;
  public final JobList list;
  public final QueueReport report;
  public final JobEvents events;
  public final JobControl control;
  public final IdempotencyStore keys;
  public final ResultKeyStore results;
  public final OutboxStore outbox;
  public final TaskStore tasks;
  public final PackageStore packages;

  public Stores(TestDatabase database) {
    this(database, DATA);
  }

  public Stores(TestDatabase database, Path data) {
    this.database = database;
    database.clear();
    parts = store(PartStore.class, new JpaPartStore());
    events = store(JobEvents.class, new JpaJobEvents(), parts);
    jobs = store(JobStore.class, new JpaJobStore(), events);
    control = store(JobControl.class, new JpaJobControl(), events);
    queues = store(QueueStore.class, new JpaQueueStore(), jobs, events);
    leases = Wiring.wire(new JdbcLeases(), database.dataSource());
    outputs = store(OutputStore.class, new JpaOutputStore(), new StoredJson(data));
    catalogue = store(CatalogueStore.class, new JpaCatalogueStore());
    nodes = store(NodeStore.class, new JpaNodeStore());
    list = store(JobList.class, new JpaJobList());
    report = store(QueueReport.class, new JpaQueueReport());
    keys = store(IdempotencyStore.class, new JpaIdempotencyStore());
    results = store(ResultKeyStore.class, new JpaResultKeyStore());
    outbox = store(OutboxStore.class, new JpaOutboxStore());
    tasks = store(TaskStore.class, new JpaTaskStore());
    packages = store(PackageStore.class, new JpaPackageStore());
  }

  private <T> T store(Class<T> port, T store, Object... more) {
    Object[] parts = java.util.Arrays.copyOf(more, more.length + 1);
    parts[more.length] = database.entities();
    return database.transactional(port, Wiring.wire(store, parts));
  }

  /** Stores a waiting job. */
  public JobId accept(String queue) {
    return accept(queue, "{}");
  }

  public JobId accept(String queue, String request) {
    JobId id = JobId.create();
    jobs.create(newJob(id, queue, request, Duration.ofDays(1)));
    return id;
  }

  /** Stores a waiting job of an owner in queue short. */
  public JobId accept(String owner, int priority) {
    JobId id = JobId.create();
    jobs.create(
        new NewJob(
            id,
            "echo",
            "1.0.0",
            owner,
            "short",
            "{}",
            Duration.ofDays(1),
            Limits.NONE,
            new JobTerms(priority, Optional.empty())));
    return id;
  }

  public static NewJob newJob(JobId id, String queue, String request, Duration keep) {
    return new NewJob(
        id, "echo", "1.0.0", "otto", queue, request, keep, Limits.NONE, JobTerms.USUAL);
  }

  /** Stores a job and lets a node take it. */
  public Attempt start() {
    accept("short");
    return claim();
  }

  /** Lets node n1 take the next job of queue short. */
  public Attempt claim() {
    Job job = queues.claim("short", "n1", LEASE).orElseThrow();
    return new Attempt(job.id(), job.epoch());
  }

  public Job get(JobId id) {
    return jobs.findJob(id).orElseThrow();
  }

  /** Lets the lease of a job run out. */
  public void lapse(JobId id) {
    database.execute(
        "UPDATE drover.job SET lease_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND WHERE id = ?",
        id.value());
  }
}
