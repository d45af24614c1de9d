package org.drover.wps.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drover.wps.config.Setting;

/** Whether one may call without saying who one is. */
public final class AnonymousAccess {

  /** Whether requests without credentials are served. */
  public static final Setting<Boolean> ALLOWED = Setting.flag("drover.anonymous", true);

  /** Roles of those who send none, separated by commas; {@code none} for no role. */
  public static final Setting<String> ROLES = Setting.text("drover.anonymous.roles", Roles.USE);

  private static final String NO_ROLE = "none";

  private AnonymousAccess() {}

  /** The caller of a request without credentials; empty where those are not served. */
  public static Optional<Caller> caller() {
    return ALLOWED.get() ? Optional.of(Caller.anonymous(roles())) : Optional.empty();
  }

  private static Set<String> roles() {
    return Arrays.stream(ROLES.get().split(",", -1))
        .map(String::trim)
        .filter(role -> !role.isEmpty() && !role.equals(NO_ROLE))
        .collect(Collectors.toUnmodifiableSet());
  }
}
