package org.drover.wps.deploy.unit;

/** Gets the execution unit a package links to. */
@FunctionalInterface
public interface UnitSource {

  /**
   * Fetches it.
   *
   * @param href absolute address
   * @throws org.drover.wps.error.WpsException DATA_NOT_ACCESSIBLE, SIZE_EXCEEDED
   */
  String fetch(String href);
}
