package org.drover.wps.security;

import java.util.Set;

/**
 * Who sends a request.
 *
 * @param name the owner of what the caller makes; {@link #ANONYMOUS_NAME} when not authenticated
 * @param roles names of the roles held
 */
public record Caller(String name, Set<String> roles) {

  public static final String ANONYMOUS_NAME = "anonymous";

  /** Role that may act on the jobs of others. */
  public static final String ADMINISTER = "administer";

  public static final Caller ANONYMOUS = new Caller(ANONYMOUS_NAME, Set.of());

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the caller may act on the jobs of others. */
  public boolean mayAdminister() {
    return roles.contains(ADMINISTER);
  }
}
