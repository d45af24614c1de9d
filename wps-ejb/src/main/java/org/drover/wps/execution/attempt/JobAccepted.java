package org.drover.wps.execution.attempt;

/** A job was stored; once that is committed, a slot of its queue may take it. */
public record JobAccepted(String queue) {}
