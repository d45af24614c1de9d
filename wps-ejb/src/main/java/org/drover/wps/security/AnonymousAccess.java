package org.drover.wps.security;

import java.util.Optional;
import java.util.Set;
import org.drover.wps.config.Setting;

/** Whether one may call without saying who one is. */
public final class AnonymousAccess {

  /** Whether requests without credentials are served. */
  public static final Setting<Boolean> ALLOWED = Setting.flag("drover.anonymous", true);

  /** Roles of those who send none, separated by commas; {@code none} for no role. */
  public static final Setting<Set<String>> ROLES =
      Setting.names("drover.anonymous.roles", Roles.USE);

  private AnonymousAccess() {}

  /** The caller of a request without credentials; empty where those are not served. */
  public static Optional<Caller> caller() {
    return ALLOWED.get() ? Optional.of(Caller.anonymous(ROLES.get())) : Optional.empty();
  }
}
