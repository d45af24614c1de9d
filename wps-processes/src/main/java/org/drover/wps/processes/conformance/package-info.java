/** Processes that test suites of the standards call; offered on demand. */
package org.drover.wps.processes.conformance;
