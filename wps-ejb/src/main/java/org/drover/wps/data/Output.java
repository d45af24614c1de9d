package org.drover.wps.data;

/**
 * An output of a finished run.
 *
 * @param request how the client wanted it
 */
public record Output(String id, OutputRequest request, OutputValue value) {}
