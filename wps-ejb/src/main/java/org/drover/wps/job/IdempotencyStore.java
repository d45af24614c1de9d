package org.drover.wps.job;

import java.util.Optional;

/** Which job a client has made under a key of its own. A key is forgotten with its job. */
public interface IdempotencyStore {

  /**
   * A key in use.
   *
   * @param fingerprint of the request it came with first
   */
  record Known(JobId job, String fingerprint) {}

  Optional<Known> findKey(String owner, String key);

  /**
   * Notes a key, in the transaction that stores its job.
   *
   * @throws KeyTakenException if the owner has a job under this key already; the transaction is
   *     lost
   */
  void claimKey(String owner, String key, Known known);
}
