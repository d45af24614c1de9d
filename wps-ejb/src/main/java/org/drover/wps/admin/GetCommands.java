package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.command.CommandFolder;
import org.drover.wps.command.CommandReport;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Tells which command processes this node offers, and why it does not offer others. */
@ApplicationScoped
public class GetCommands {

  @Inject private CommandFolder commands;

  /**
   * How things stand.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN for those who do not administer
   */
  public CommandReport get(Caller caller) {
    Administrators.require(caller);
    return commands.report();
  }
}
