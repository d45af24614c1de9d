package org.drover.wps.data;

import java.io.IOException;
import java.nio.file.Path;
import org.drover.wps.process.describe.InputDescription;

/** Turns a checked occurrence of an input into the value its process gets. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class InputDecoder {

  private InputDecoder() {}

  /**
   * Decodes one occurrence.
   *
   * @param value checked, and no reference: those are fetched before
   * @param folder where large data may be put; its owner removes it
   * @throws org.drover.wps.error.WpsException if the value is not what the description says;
   *     locator: the input
   */
  public static Object decode(InputDescription input, InputValue value, Path folder)
      throws IOException {
    throw new IllegalStateException("being built");
  }

  /**
   * Makes a value cheap to open again and again, durably and at most once: does nothing if the
   * target is there.
   *
   * @param target a file in an existing folder; written under another name and renamed
   */
  public static void stage(InputDescription input, InputValue value, Path target)
      throws IOException {
    throw new IllegalStateException("being built");
  }

  /**
   * The value {@link #stage} has put into a file.
   *
   * @param value the same value as given to stage
   */
  public static Object open(InputDescription input, InputValue value, Path target)
      throws IOException {
    throw new IllegalStateException("being built");
  }
}
