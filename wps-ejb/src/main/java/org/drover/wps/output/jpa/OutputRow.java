package org.drover.wps.output.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code drover.output}. */
@Entity
@Table(name = "output", schema = "drover")
public class OutputRow {

  @Id String name;

  @Column(name = "job_id")
  UUID jobId;

  int ordinal;
  String content;
  long length;

  protected OutputRow() {}

  OutputRow(String name, UUID jobId, int ordinal, String content, long length) {
    this.name = name;
    this.jobId = jobId;
    this.ordinal = ordinal;
    this.content = content;
    this.length = length;
  }
}
