package org.drover.wps.data.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.drover.wps.data.InputValue;
import org.drover.wps.process.describe.InputDescription;

/** Fetches inputs given by reference. */
@ApplicationScoped
public class Fetcher {

  /**
   * Fetches a reference.
   *
   * @param file where the bytes go when they are many; its folder exists or can be made
   * @return the literal, box or complex value the response is, not yet checked further than its
   *     format: see {@code InputCheck.checkFetched}
   * @throws org.drover.wps.error.WpsException DATA_NOT_ACCESSIBLE, SIZE_EXCEEDED,
   *     UNSUPPORTED_FORMAT or INVALID_INPUT; locator: the input
   */
  public InputValue fetch(InputDescription input, InputValue.Reference reference, Path file) {
    throw new IllegalStateException("being built");
  }

  /**
   * Refuses a reference that could never be fetched, without fetching it.
   *
   * @throws org.drover.wps.error.WpsException DATA_NOT_ACCESSIBLE; locator: the input
   */
  public void check(String input, InputValue.Reference reference) {
    throw new IllegalStateException("being built");
  }
}
