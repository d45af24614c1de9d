package org.drover.wps.web.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose answer goes into an envelope, which nobody has zipped before. */
final class SoapRequest extends HttpServletRequestWrapper {

  SoapRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getHeader(String name) {
    return name.equalsIgnoreCase("Accept-Encoding") ? null : super.getHeader(name);
  }
}
