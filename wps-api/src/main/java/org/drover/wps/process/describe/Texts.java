package org.drover.wps.process.describe;

import java.util.List;
import java.util.Objects;

/**
 * What people read about a process, an input or an output (OGC: descriptionType).
 *
 * @param summary one paragraph, may be empty (WPS: Abstract)
 */
public record Texts(String title, String summary, List<String> keywords, List<Metadata> metadata) {
  public Texts {
    Objects.requireNonNull(title);
    Objects.requireNonNull(summary);
    keywords = List.copyOf(keywords);
    metadata = List.copyOf(metadata);
  }

  public static Texts titled(String title) {
    return new Texts(title, "", List.of(), List.of());
  }
}
