package org.drover.wps.execution;

/** A job was stored; once that is committed, a slot of its queue may take it. */
record JobAccepted(String queue) {}
