package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeployedOfferingsTest {

  private static final String PROGRAMS = "drover.deploy.programs";
  private static final long MANY = 100;

  private final PackageStore store = new Stores(TestDatabase.h2()).packages;
  private final List<List<ProcessDescription>> told = new ArrayList<>();
  private final DeployedOfferings offerings = node();

  private DeployedOfferings node() {
    return new DeployedOfferings(
        store, Checks.commands(), it -> told.add(it.stream().map(Offering::description).toList()));
  }

  private static NewPackage made(String title) {
    System.setProperty(PROGRAMS, "true");
    String command =
        "{process: a, version: '1', title: %s, outputs: {o: {title: O, type: string, stdout: true}},"
            + " command: ['true']}";
    return new Checks().check(Checks.COMMAND, command.formatted(title), Optional.empty());
  }

  @AfterEach
  void restore() {
    System.clearProperty(PROGRAMS);
  }

  private List<String> titles() {
    return told.get(told.size() - 1).stream().map(it -> it.texts().title()).toList();
  }

  @Test
  void whatIsStoredIsOfferedAndToldOnceUntilItChanges() {
    offerings.look();
    assertThat(told).isEmpty();
    store.create(made("First"), "otto", MANY);
    offerings.look();
    offerings.look();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).get(0).mutable()).isTrue();
    store.replace(made("Second"));
    offerings.look();
    assertThat(titles()).containsExactly("Second");
    assertThat(told.get(1).get(0).version()).isEqualTo("1+r2");
    store.remove("a");
    offerings.look();
    assertThat(titles()).isEmpty();
  }

  @Test
  void anotherNodeAndALaterRunOfferTheSame() {
    store.create(made("First"), "otto", MANY);
    offerings.look();
    node().look();
    assertThat(told.get(1)).isEqualTo(told.get(0));
  }

  @Test
  void whatIsNoLongerPermittedIsNotOfferedUntilItIsAgain() {
    store.create(made("First"), "otto", MANY);
    offerings.look();
    System.setProperty(PROGRAMS, "none");
    offerings.look();
    assertThat(titles()).isEmpty();
    System.setProperty(PROGRAMS, "true");
    offerings.look();
    assertThat(titles()).containsExactly("First");
  }

  @Test
  void whatCannotBeReadLeavesTheOthersAlone() {
    store.create(made("First"), "otto", MANY);
    store.create(
        new NewPackage("b", "1", new SentPackage("application/cwl", "x"), "{\"process\": 7}"),
        "otto",
        MANY);
    offerings.look();
    assertThat(titles()).containsExactly("First");
  }
}
