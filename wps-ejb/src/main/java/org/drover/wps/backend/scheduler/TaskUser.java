package org.drover.wps.backend.scheduler;

import java.util.Optional;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.JobUser;

/** Who a scheduler runs tasks as. */
public final class TaskUser {

  private TaskUser() {}

  /**
   * The user; empty if it is the server's own.
   *
   * @throws EngineAwayException if there is no such user, which an administrator can change
   */
  public static Optional<JobUser> find() throws EngineAwayException {
    try {
      return JobUser.find();
    } catch (IllegalStateException e) {
      throw new EngineAwayException(String.valueOf(e.getMessage()), e);
    }
  }
}
