package org.drover.wps.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** What every {@link CatalogueStore} does. */
public abstract class CatalogueStoreContract {

  private final CatalogueStore store;

  protected CatalogueStoreContract(TestDatabase database) {
    store = new Stores(database).catalogue;
  }

  @Test
  void theNumberRisesWithEachChangeAndStaysOtherwise() {
    assertThat(store.updateSequence("a".repeat(64))).isEqualTo(1);
    assertThat(store.updateSequence("a".repeat(64))).isEqualTo(1);
    assertThat(store.updateSequence("b".repeat(64))).isEqualTo(2);
    assertThat(store.updateSequence("a".repeat(64))).isEqualTo(3);
  }

  @Test
  void nodesThatSeeTheSameChangeAtOnceGetTheSameNumber() {
    List<Long> numbers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(it -> store.updateSequence("a".repeat(64)))
            .toList();
    assertThat(numbers).containsOnly(1L);
  }
}
