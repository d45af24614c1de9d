package org.drover.wps.deploy;

/**
 * A package as it is stored.
 *
 * @param process identifier of the process
 * @param version as offered: that of the package, made unlike those of other contents
 * @param owner who deployed it
 * @param sent what was sent
 * @param model the command it comes to, as JSON
 * @param revision number of its last change
 */
public record StoredPackage(
    String process, String version, String owner, SentPackage sent, String model, long revision) {}
