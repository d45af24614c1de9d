package org.drover.wps.security;

import java.util.Set;

/** The roles Drover knows of itself. Access rules may name others. */
public final class Roles {

  /** May run processes. */
  public static final String USE = "use";

  /** May add and remove processes. */
  public static final String DEPLOY = "deploy";

  /** May run every process, reach everybody's jobs, and operate the service. */
  public static final String ADMINISTER = "administer";

  public static final Set<String> ALL = Set.of(USE, DEPLOY, ADMINISTER);

  private Roles() {}
}
