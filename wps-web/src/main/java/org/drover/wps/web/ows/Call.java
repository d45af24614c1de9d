package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request on its way to a protocol.
 *
 * @param base public address of the server, without a slash at the end
 * @param path what follows the protocol's own address, such as {@code /status}; may be empty
 */
public record Call(
    HttpServletRequest request, HttpServletResponse response, Kvp kvp, String base, String path) {}
