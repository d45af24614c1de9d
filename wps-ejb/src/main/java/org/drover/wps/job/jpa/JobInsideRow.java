package org.drover.wps.job.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.job.JobInside;

/** The columns of {@code drover.job} that only administrators look at, as read. */
@Entity
@Table(name = "job", schema = "drover")
public class JobInsideRow {

  @Id private UUID id;
  private int priority;
  private int crashes;
  private int retries;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "lease_node")
  private String leaseNode;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  protected JobInsideRow() {}

  JobInside toInside() {
    return new JobInside(
        priority,
        crashes,
        retries,
        Optional.ofNullable(notBefore),
        Optional.ofNullable(leaseNode),
        Optional.ofNullable(leaseUntil));
  }
}
