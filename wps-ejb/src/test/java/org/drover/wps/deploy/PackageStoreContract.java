package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.junit.jupiter.api.Test;

/** What every {@link PackageStore} does. */
public abstract class PackageStoreContract {

  private static final long MANY = 100;

  private final PackageStore store;

  protected PackageStoreContract(TestDatabase database) {
    store = new Stores(database).packages;
  }

  private static NewPackage made(String process, String version, String content) {
    return new NewPackage(
        process, version, new SentPackage("application/cwl", "sent " + content), content);
  }

  private static Reason reason(Throwable refused) {
    return ((PackageRefusedException) refused).reason();
  }

  @Test
  void whatIsDeployedIsFoundWithAllThatWasSent() {
    StoredPackage stored = store.create(made("a", "1.0.0", "{}"), "otto", MANY);
    assertThat(stored.owner()).isEqualTo("otto");
    assertThat(stored.version()).isEqualTo("1.0.0");
    assertThat(stored.sent()).isEqualTo(new SentPackage("application/cwl", "sent {}"));
    assertThat(stored.model()).isEqualTo("{}");
    assertThat(store.findPackage("a")).contains(stored);
    assertThat(store.findPackage("b")).isEmpty();
    assertThat(store.revisions()).containsEntry("a", stored.revision()).hasSize(1);
    assertThat(store.revision()).isEqualTo(stored.revision());
  }

  @Test
  void anIdentifierIsTakenOnce() {
    store.create(made("a", "1", "x"), "otto", MANY);
    assertThatThrownBy(() -> store.create(made("a", "2", "y"), "anna", MANY))
        .satisfies(it -> assertThat(reason(it)).isEqualTo(Reason.TAKEN));
    assertThat(store.findPackage("a").orElseThrow().owner()).isEqualTo("otto");
  }

  @Test
  void ofManyThatDeployTheSameAtOnceOneSucceeds() {
    List<Boolean> done =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                it -> {
                  try {
                    store.create(made("a", "1", "x" + it), "o" + it, MANY);
                    return true;
                  } catch (PackageRefusedException e) {
                    return false;
                  }
                })
            .toList();
    assertThat(done).containsOnlyOnce(true);
    assertThat(store.revisions()).hasSize(1);
  }

  @Test
  void noMoreAreStoredThanMayBe() {
    store.create(made("a", "1", "x"), "otto", 1);
    assertThatThrownBy(() -> store.create(made("b", "1", "x"), "otto", 1))
        .hasMessageStartingWith("1 processes are deployed")
        .satisfies(it -> assertThat(reason(it)).isEqualTo(Reason.TOO_MANY));
  }

  @Test
  void replacingKeepsTheOwnerAndRaisesTheRevision() {
    StoredPackage before = store.create(made("a", "1", "x"), "otto", MANY);
    StoredPackage after = store.replace(made("a", "2", "y")).orElseThrow();
    assertThat(after.owner()).isEqualTo("otto");
    assertThat(after.version()).isEqualTo("2");
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(store.replace(made("b", "1", "x"))).isEqualTo(Optional.empty());
  }

  @Test
  void replacingWithTheSameChangesNothing() {
    StoredPackage before = store.create(made("a", "1", "x"), "otto", MANY);
    assertThat(store.replace(made("a", "1", "x"))).contains(before);
    assertThat(store.revision()).isEqualTo(before.revision());
  }

  @Test
  void aVersionNeverStandsForAnotherContent() {
    store.create(made("a", "1", "x"), "otto", MANY);
    assertThat(store.replace(made("a", "1", "y")).orElseThrow().version()).isEqualTo("1+r2");
    assertThat(store.replace(made("a", "1", "x")).orElseThrow().version()).isEqualTo("1");
    assertThat(store.remove("a")).isTrue();
    assertThat(store.create(made("a", "1", "z"), "otto", MANY).version()).isEqualTo("1+r3");
    assertThat(store.create(made("b", "1", "z"), "otto", MANY).version()).isEqualTo("1");
  }

  @Test
  void whatIsRemovedIsGoneAndSeenToBe() {
    long before = store.create(made("a", "1", "x"), "otto", MANY).revision();
    assertThat(store.remove("a")).isTrue();
    assertThat(store.revision()).isGreaterThan(before);
    assertThat(store.findPackage("a")).isEmpty();
    assertThat(store.revisions()).isEmpty();
    assertThat(store.remove("a")).isFalse();
  }
}
