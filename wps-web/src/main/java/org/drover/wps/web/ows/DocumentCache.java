package org.drover.wps.web.ows;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Documents made of the catalogue, kept until it changes.
 *
 * @param <K> what a document depends on besides the catalogue
 */
public final class DocumentCache<K> {

  private static final int MOST = 2000;

  private volatile Generation<K> current = new Generation<>(Long.MIN_VALUE);

  private static final class Generation<K> {
    private final long updateSequence;
    private final ConcurrentHashMap<K, CachedDocument> documents = new ConcurrentHashMap<>();

    private Generation(long updateSequence) {
      this.updateSequence = updateSequence;
    }
  }

  /** The document as of this state of the catalogue; made when it is not there. */
  public CachedDocument get(long updateSequence, K key, Function<K, byte[]> make) {
    Generation<K> generation = current;
    if (generation.updateSequence != updateSequence || generation.documents.size() > MOST) {
      generation = new Generation<>(updateSequence);
      current = generation;
    }
    CachedDocument document = generation.documents.get(key);
    if (document == null) {
      document = new CachedDocument(make.apply(key));
      generation.documents.put(key, document);
    }
    return document;
  }
}
