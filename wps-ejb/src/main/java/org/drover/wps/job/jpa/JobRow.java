package org.drover.wps.job.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.error.Fault;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvent;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobTerms;
import org.drover.wps.process.Estimate;

/** A row of {@code drover.job}, as read. It is written by statements that carry the epoch. */
@Entity
@Table(name = "job", schema = "drover")
public class JobRow {

  @Id private UUID id;

  @Column(insertable = false, updatable = false)
  private long seq;

  private String process;

  @Column(name = "process_version")
  private String processVersion;

  private String owner;
  private String queue;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(16)")
  private JobStatus status;

  private int priority;
  private int percent;
  private String message;
  private Instant created;
  private Instant updated;
  private Instant started;
  private Instant finished;
  private Instant expires;

  @Column(name = "keep_seconds")
  private long keepSeconds;

  private long epoch;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "lease_node")
  private String leaseNode;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "last_progress")
  private Instant lastProgress;

  private boolean silent;

  @Column(name = "accepted_on")
  private String acceptedOn;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(40)")
  private Fault fault;

  @Column(name = "fault_locator")
  private String faultLocator;

  @Column(name = "fault_message")
  private String faultMessage;

  @Column(name = "estimate_seconds")
  private Double estimateSeconds;

  @Column(name = "estimate_bytes")
  private Long estimateBytes;

  protected JobRow() {}

  /** The first event of the audit trail, which has no row of its own: accepting must be quick. */
  JobEvent accepted() {
    return new JobEvent(created, acceptedOn, JobChange.accepted(owner));
  }

  Job toJob() {
    return new Job(
        new JobId(id),
        process,
        processVersion,
        owner,
        queue,
        status,
        percent,
        silent ? "No sign of progress since " + lastProgress + ". " + message : message,
        created,
        updated,
        Optional.ofNullable(started),
        Optional.ofNullable(finished),
        Optional.ofNullable(expires),
        epoch,
        Optional.ofNullable(fault)
            .map(it -> new JobFailure(it, Optional.ofNullable(faultLocator), faultMessage)),
        new JobTerms(priority, Optional.ofNullable(estimateSeconds).map(this::estimate)));
  }

  private Estimate estimate(double seconds) {
    Estimate estimate = Estimate.ofSeconds(seconds);
    return estimateBytes == null ? estimate : estimate.andBytes(estimateBytes);
  }
}
