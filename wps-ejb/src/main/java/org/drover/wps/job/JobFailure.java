package org.drover.wps.job;

import java.util.Optional;
import org.drover.wps.error.Fault;

/**
 * Why a job failed.
 *
 * @param locator the identifier the fault is about
 * @param message for the client
 */
public record JobFailure(Fault fault, Optional<String> locator, String message) {}
