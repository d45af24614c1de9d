package org.drover.wps.execution;

import java.util.Optional;
import java.util.OptionalDouble;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.forecast.SeenRuns;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * What an Execute would cost.
 *
 * @param queue where its job would wait; empty for a run the client would wait for
 * @param estimate what the process thinks; empty when it does not say
 * @param seen how long earlier runs took
 * @param seconds how long it will take, from both; empty when nothing tells
 * @param outlook its place, beginning and end if it were sent now
 */
public record JobEstimate(
    ProcessDescription process,
    Optional<String> queue,
    Optional<Estimate> estimate,
    SeenRuns seen,
    OptionalDouble seconds,
    Outlook outlook) {}
