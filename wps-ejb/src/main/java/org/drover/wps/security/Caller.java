package org.drover.wps.security;

import java.util.Set;

/**
 * Who sends a request.
 *
 * @param name the owner of what the caller makes; {@link #ANONYMOUS_NAME} when not authenticated
 * @param roles names of the roles held
 */
public record Caller(String name, Set<String> roles) {

  /** Owner of what nobody in particular makes; no user may have this name. */
  public static final String ANONYMOUS_NAME = "anonymous";

  /** Longest name, which is that of an owner in the database. */
  public static final int LONGEST_NAME = 255;

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Somebody who has not said who it is. */
  public static Caller anonymous(Set<String> roles) {
    return new Caller(ANONYMOUS_NAME, roles);
  }

  public boolean isAnonymous() {
    return name.equals(ANONYMOUS_NAME);
  }

  public boolean holds(String role) {
    return roles.contains(role);
  }

  /**
   * Whether the jobs of this owner exist for the caller: one's own, everybody's for those who
   * administer, and those of anonymous callers for whoever has their unguessable address.
   */
  public boolean mayReachJobsOf(String owner) {
    return owner.equals(name) || owner.equals(ANONYMOUS_NAME) || holds(Roles.ADMINISTER);
  }
}
