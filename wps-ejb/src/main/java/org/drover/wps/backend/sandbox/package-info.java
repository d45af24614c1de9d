/** Runs programs of other people: bounded in what they see, use and last, and ended whole. */
package org.drover.wps.backend.sandbox;
