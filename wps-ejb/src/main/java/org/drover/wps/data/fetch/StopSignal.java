package org.drover.wps.data.fetch;

/** Says whether a fetch is still wanted. Asked by several threads. */
@FunctionalInterface
public interface StopSignal {

  /**
   * Returns as long as the fetch is wanted.
   *
   * @throws org.drover.wps.process.StoppedException when it is not, from then on always
   */
  void checkStopped();
}
