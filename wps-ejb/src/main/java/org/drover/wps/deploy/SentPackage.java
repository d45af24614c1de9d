package org.drover.wps.deploy;

/**
 * The body of a request that deploys.
 *
 * @param mediaType as sent, with parameters
 */
public record SentPackage(String mediaType, String text) {}
