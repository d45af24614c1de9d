package org.drover.wps.admin;

import java.util.List;
import java.util.Optional;

/**
 * How a backend stands, and who needs it.
 *
 * @param problem why it carries out nothing at present; empty when all is well
 * @param processes identifiers of those whose work it does, by what is configured now
 */
public record BackendReport(String name, Optional<String> problem, List<String> processes) {}
