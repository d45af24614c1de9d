/**
 * What the protocols of OGC Web Services share (06-121r3): KVP, version negotiation, exception
 * reports, public addresses, and the one door for all of them below {@code /wps}.
 */
package org.drover.wps.web.ows;
