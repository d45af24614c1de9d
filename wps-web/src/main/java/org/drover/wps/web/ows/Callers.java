package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.drover.wps.security.Caller;

/** Who sends a request. */
public final class Callers {

  private static final List<String> ROLES = List.of("admin", "user");

  private Callers() {}

  public static Caller of(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    if (principal == null) {
      return Caller.ANONYMOUS;
    }
    return new Caller(
        principal.getName(),
        ROLES.stream().filter(request::isUserInRole).collect(Collectors.toSet()));
  }
}
