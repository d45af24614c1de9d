package org.drover.wps.job.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvent;
import org.drover.wps.job.JobStatus;

/** A row of {@code drover.job_event}, as read. It is written by a statement and never changed. */
@Entity
@Table(name = "job_event", schema = "drover")
public class JobEventRow {

  @Id private long no;

  @Column(name = "job_id")
  private UUID jobId;

  private Instant happened;
  private String node;
  private String who;

  @Column(name = "from_status")
  private String from;

  @Column(name = "to_status")
  private String to;

  private String why;

  protected JobEventRow() {}

  JobEvent toEvent() {
    return new JobEvent(
        happened,
        node,
        new JobChange(
            Optional.of(JobStatus.valueOf(from)),
            JobStatus.valueOf(to),
            Optional.of(who).filter(it -> !it.isEmpty()),
            why));
  }
}
