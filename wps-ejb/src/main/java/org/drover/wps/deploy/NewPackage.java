package org.drover.wps.deploy;

/**
 * A package that has been checked.
 *
 * @param process identifier of the process
 * @param version as the package says
 * @param model the command it comes to, as JSON
 */
public record NewPackage(String process, String version, SentPackage sent, String model) {}
