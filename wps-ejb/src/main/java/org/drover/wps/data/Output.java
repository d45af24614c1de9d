package org.drover.wps.data;

/**
 * An output of a finished run. Groups come down to their leaves.
 *
 * @param id identifier, or path of a nested output, such as {@code zone/area}
 * @param request how the client wanted it
 */
public record Output(String id, OutputRequest request, OutputValue value) {}
