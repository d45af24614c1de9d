package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backends;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Tells which engines this node can have work done by, and what is wrong with them. */
@ApplicationScoped
public class GetBackends {

  @Inject private Backends backends;

  /**
   * How an engine stands.
   *
   * @param problem why it carries out nothing at present; empty when all is well
   */
  public record BackendReport(String name, Optional<String> problem) {}

  /**
   * How the engines stand now.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN for those who do not administer
   */
  public List<BackendReport> get(Caller caller) {
    Administrators.require(caller);
    return backends.list().stream().map(it -> new BackendReport(it.name(), it.problem())).toList();
  }
}
