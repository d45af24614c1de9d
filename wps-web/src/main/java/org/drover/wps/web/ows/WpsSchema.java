package org.drover.wps.web.ows;

/** The vocabulary of a version of WPS: its own namespace, and the OWS Common it is built on. */
public record WpsSchema(String version, Namespace wps, Namespace ows) {}
