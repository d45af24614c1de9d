package org.drover.wps.job.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.NewPart;

/**
 * A row of {@code drover.job_part}, as read and first stored. It is written on by statements that
 * carry the epoch.
 */
@Entity
@Table(name = "job_part", schema = "drover")
@IdClass(PartRow.Key.class)
public class PartRow {

  /** Primary key. */
  public record Key(UUID jobId, int no) implements Serializable {}

  @Id
  @Column(name = "job_id")
  UUID jobId;

  @Id int no;
  long epoch;
  String definition;
  long total;
  long position;
  String state;

  @Column(name = "file_epoch")
  long fileEpoch;

  @Column(name = "file_length")
  long fileLength;

  boolean done;

  protected PartRow() {}

  /** The row of a new part. */
  PartRow(Attempt attempt, int no, NewPart part) {
    this.jobId = attempt.job().value();
    this.no = no;
    this.epoch = attempt.epoch();
    this.definition = part.definition();
    this.total = part.total();
  }
}
