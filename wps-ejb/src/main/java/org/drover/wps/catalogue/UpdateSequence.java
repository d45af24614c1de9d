package org.drover.wps.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;

/** The number that rises with each change of the catalogue, remembered across restarts. */
@ApplicationScoped
public class UpdateSequence {

  @Inject private CatalogueStore store;

  private volatile Known known = new Known(List.of(), -1);

  /**
   * The number for these offerings: a new one if they differ from those last seen.
   *
   * @param offerings the same list as long as nothing changes
   */
  @SuppressWarnings("ReferenceEquality") // asked for each request: comparing lists would cost
  long of(List<Offering> offerings) {
    Known last = known;
    if (last.number < 0 || last.offerings != offerings) {
      last = new Known(offerings, store.updateSequence(fingerprint(offerings)));
      known = last;
    }
    return last.number;
  }

  private static String fingerprint(List<Offering> offerings) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      offerings.forEach(
          it -> digest.update(canonical(it.description()).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Text that is the same in each run of the server: the order of a set is not. */
  private static String canonical(ProcessDescription it) {
    return String.join(
        "|",
        it.id(),
        it.version(),
        it.texts().toString(),
        it.inputs().toString(),
        it.outputs().toString(),
        new TreeSet<>(it.jobControl()).toString(),
        it.queue(),
        it.keep().toString(),
        Boolean.toString(it.mutable()));
  }

  private record Known(List<Offering> offerings, long number) {}
}
