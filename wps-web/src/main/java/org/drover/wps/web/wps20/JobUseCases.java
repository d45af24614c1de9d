package org.drover.wps.web.wps20;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.drover.wps.execution.Dismiss;
import org.drover.wps.execution.GetResult;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.Pause;
import org.drover.wps.execution.Resume;

/** What can be done with a job. */
@Dependent
class JobUseCases {

  @Inject private GetStatus status;
  @Inject private GetResult result;
  @Inject private Dismiss dismiss;
  @Inject private Pause pause;
  @Inject private Resume resume;

  GetStatus status() {
    return status;
  }

  GetResult result() {
    return result;
  }

  Dismiss dismiss() {
    return dismiss;
  }

  Pause pause() {
    return pause;
  }

  Resume resume() {
    return resume;
  }
}
