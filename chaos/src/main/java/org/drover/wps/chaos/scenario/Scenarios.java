package org.drover.wps.chaos.scenario;

import java.util.List;

/** All scenarios. */
public final class Scenarios {

  private Scenarios() {}

  /** All, in the order in which they run: those that leave the servers alone come first. */
  public static List<Scenario> all() {
    return List.of(
        new ManyReaders(),
        new OneClaimEach(),
        new FullQueue(),
        new SyncPoolFull(),
        new Roles(),
        new Deployment(),
        new ShortBesideLong(),
        new Retention(),
        new DiskFull(),
        new ReadOnlyStore(),
        new ShortPause(),
        new Zombie(),
        new StoppedInTransaction(),
        new DatabaseRestart(),
        new LongQueue(),
        new Dismissals(),
        new OneKey(),
        new FinishedParts(),
        new TakeOver(),
        new AckThenKill(),
        new KillAtPoint(),
        new RollingRestart(),
        new Poison(),
        new KillLoop());
  }
}
