package org.drover.wps.execution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which versions of its references a run has read: their strong entity tags (RFC 9110 §8.8.3). */
final class Sources {

  private final Map<Integer, String> entityTags = new ConcurrentHashMap<>();

  /**
   * Notes what was fetched.
   *
   * @param index of the input in its request
   */
  void fetched(int index, Optional<String> entityTag) {
    entityTag.ifPresent(it -> entityTags.put(index, it));
  }

  Optional<String> entityTag(int index) {
    return Optional.ofNullable(entityTags.get(index));
  }
}
