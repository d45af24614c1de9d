package org.drover.wps.job.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code drover.job_part}, as read. It is written by statements that carry the epoch. */
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
}
