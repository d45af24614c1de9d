package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.job.JobId;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobAccessTest {

  private static final Caller OWNER = new Caller("otto", Set.of(Roles.USE));
  private static final String REQUEST = "{}";

  @TempDir private Path data;
  private Stores stores;

  @BeforeEach
  void open() {
    stores = new Stores(TestDatabase.h2(), data);
  }

  private JobAccess at(Clock clock) {
    return Wiring.wire(new JobAccess(clock), stores.jobs);
  }

  @Test
  void aJobWhoseTimeIsOverIsGoneBeforeItIsSweptAway() {
    JobId id = stores.accept("short", REQUEST);
    stores.jobs.succeed(stores.claim());
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3650));

    assertThat(at(Clock.systemUTC()).find(id, OWNER)).isPresent();
    assertThat(at(later).find(id, OWNER)).isEmpty();
    assertThat(stores.jobs.findJob(id)).isPresent();
  }

  @Test
  void aJobThatHasNotEndedDoesNotExpire() {
    JobId id = stores.accept("short", REQUEST);
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3650));

    assertThat(at(later).find(id, OWNER)).isPresent();
  }
}
