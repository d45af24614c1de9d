package org.drover.wps.command;

import java.util.List;

/**
 * How the command processes of this node stand.
 *
 * @param offered identifiers of those on offer
 * @param problems why others are not, or not as their files say now
 */
public record CommandReport(List<String> offered, List<String> problems) {
  public CommandReport {
    offered = List.copyOf(offered);
    problems = List.copyOf(problems);
  }
}
