/** Requests that were good once, against the running server. */
package org.drover.wps.it.fuzz;
