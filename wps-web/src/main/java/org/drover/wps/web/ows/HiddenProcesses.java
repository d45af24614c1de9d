package org.drover.wps.web.ows;

import java.util.Set;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** What a document on all processes leaves out for its caller. */
public final class HiddenProcesses {

  private HiddenProcesses() {}

  /**
   * Identifiers of processes that do not exist for the caller.
   *
   * @throws WpsException if that is all: the schemas want one process at least
   */
  public static Set<String> of(Call call, CallerCatalogue catalogue) {
    Caller caller = Callers.of(call.request());
    Set<String> hidden = catalogue.hiddenFrom(caller);
    if (!hidden.isEmpty() && catalogue.listBut(hidden).isEmpty()) {
      throw caller.isAnonymous()
          ? new WpsException(
              Fault.NOT_AUTHENTICATED, "Log in to see the processes of this service.")
          : new WpsException(
              Fault.FORBIDDEN, "You may see no process of this service; ask its administrator.");
    }
    return hidden;
  }
}
