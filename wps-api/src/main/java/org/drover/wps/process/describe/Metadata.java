package org.drover.wps.process.describe;

/** A link to further reading (ows:Metadata). */
public record Metadata(String title, String href) {}
