package org.drover.wps.execution.request;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which versions of its references a run has read: their strong entity tags (RFC 9110 §8.8.3). */
public final class Sources {

  private final Map<Integer, String> entityTags = new ConcurrentHashMap<>();

  /**
   * Notes what was fetched.
   *
   * @param leaf number of the input, see {@link org.drover.wps.data.InputTree}
   */
  void fetched(int leaf, Optional<String> entityTag) {
    entityTag.ifPresent(it -> entityTags.put(leaf, it));
  }

  Optional<String> entityTag(int leaf) {
    return Optional.ofNullable(entityTags.get(leaf));
  }
}
