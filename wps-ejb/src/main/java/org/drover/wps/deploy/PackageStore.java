package org.drover.wps.deploy;

import java.util.Map;
import java.util.Optional;

/**
 * The packages deployed. A version once stored stands for one content for ever, also after the
 * process is undeployed: for another content the version gets {@code +r2}, {@code +r3} and so on.
 */
public interface PackageStore {

  /** A number that rises with each change. */
  long revision();

  /** The revision each process was last changed at, by identifier. */
  Map<String, Long> revisions();

  Optional<StoredPackage> findPackage(String process);

  /**
   * Stores a package, unless there are as many as there may be.
   *
   * @throws PackageRefusedException TAKEN if there is one for this process, TOO_MANY
   */
  StoredPackage create(NewPackage made, String owner, long most);

  /**
   * Stores a package instead of the one there is; its owner stays. Nothing changes if it is the
   * same.
   *
   * @return empty if there is none
   */
  Optional<StoredPackage> replace(NewPackage made);

  /** Removes the package of a process; false if there is none. */
  boolean remove(String process);
}
