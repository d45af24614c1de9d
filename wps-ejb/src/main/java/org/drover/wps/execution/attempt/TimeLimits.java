package org.drover.wps.execution.attempt;

import java.time.Duration;
import java.util.Optional;
import org.drover.wps.config.Setting;
import org.drover.wps.process.describe.Limits;

/** How long jobs may take, told apart: running, waiting, being paused. */
public final class TimeLimits {

  /** How long a job may run over all its attempts, unless its process says otherwise. */
  public static final Setting<Optional<Duration>> RUN =
      Setting.optionalDuration("drover.limit.run");

  /** How long a job may wait for its first attempt, unless its process says otherwise. */
  public static final Setting<Optional<Duration>> WAIT =
      Setting.optionalDuration("drover.limit.wait");

  /** How long a job may stay paused. */
  public static final Setting<Duration> PAUSED = Setting.duration("drover.paused.max", "P30D");

  private TimeLimits() {}

  /** The limits of a job that is accepted now. */
  public static Limits of(Limits process) {
    return Limits.ofTime(process.running().or(RUN::get), process.waiting().or(WAIT::get));
  }
}
